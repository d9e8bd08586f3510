import { testPasskeyAdapterFlows } from "provider-flows";
import { app } from "./app.ts";

testPasskeyAdapterFlows(app);
