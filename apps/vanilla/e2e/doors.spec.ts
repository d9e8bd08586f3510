import { testDoors, testServer } from "doors";
import { app } from "./app.ts";

const onItsServer = { ...app, name: "vanilla", dialect: "v5" } as const;

testDoors(onItsServer);
testServer(onItsServer);
