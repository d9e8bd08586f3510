import { testPasskeyFlows } from "provider-flows";
import { app } from "./app.ts";

testPasskeyFlows({ ...app, name: "vanilla", dialect: "v5", hasPasskeyRoutes: true }, "a database");
