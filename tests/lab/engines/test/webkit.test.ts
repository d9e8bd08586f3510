import { webkit } from "../drivers/webkit.ts";
import { testEngine } from "./test-engine.ts";

testEngine(webkit);
