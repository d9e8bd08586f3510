import { testBrowser, testDoors, testServer } from "doors";
import { app } from "./app";

const onItsServer = { ...app, name: "next-pages", dialect: "v4" } as const;

testDoors(onItsServer);
testServer(onItsServer);
testBrowser(onItsServer);
