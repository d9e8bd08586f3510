import { webkit } from "../../lab/engines/drivers/webkit.ts";
import { testEngine } from "./test-engine.ts";

testEngine(webkit);
