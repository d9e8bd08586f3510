import { testFramework } from "frameworks";
import { app } from "./app.ts";

testFramework(app);
