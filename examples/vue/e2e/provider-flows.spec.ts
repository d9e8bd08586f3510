import { testAdapterFlows } from "provider-flows";
import { app } from "./app.ts";

testAdapterFlows(app);
