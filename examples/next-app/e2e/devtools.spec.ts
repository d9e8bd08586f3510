import { testDevtools } from "shared/e2e";
import { app } from "./app.ts";

testDevtools(app);
