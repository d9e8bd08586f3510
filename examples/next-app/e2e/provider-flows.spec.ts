import { testOnServer, testServer } from "provider-flows";
import { app } from "./app.ts";

const onItsServer = { ...app, name: "next-app", dialect: "v5" } as const;

testOnServer(onItsServer);
testServer(onItsServer);
