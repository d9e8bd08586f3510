import { testProviderFlows, testServer } from "provider-flows";
import { app } from "./app.ts";

const onItsServer = { ...app, name: "next-app", dialect: "v5" } as const;

testProviderFlows(onItsServer);
testServer(onItsServer);
