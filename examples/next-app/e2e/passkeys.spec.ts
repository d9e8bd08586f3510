import { testPasskeyFlows } from "provider-flows";
import { app } from "./app.ts";

testPasskeyFlows({ ...app, name: "next-app", dialect: "v5" }, "tokens");
