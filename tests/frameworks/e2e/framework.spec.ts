import { plainApp } from "../plain-app/plain-app.ts";
import { testFramework } from "../suite/test-framework.ts";

testFramework(plainApp);
