import { testBrowser, testProviderFlows, testServer } from "provider-flows";
import { app } from "./app";

const onItsServer = { ...app, name: "next-pages", dialect: "v4" } as const;

testProviderFlows(onItsServer);
testServer(onItsServer);
testBrowser(onItsServer);
