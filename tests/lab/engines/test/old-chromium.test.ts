import { oldChromium } from "../drivers/old-chromium.ts";
import { testEngine } from "./test-engine.ts";

testEngine(oldChromium);
