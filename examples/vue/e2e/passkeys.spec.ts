import { testPasskeyFlows } from "provider-flows";
import { app } from "./app.ts";

testPasskeyFlows(app);
