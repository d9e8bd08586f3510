import { testProviderFlows } from "provider-flows";
import { app } from "./app.ts";

testProviderFlows(app);
