import { firefox } from "../../lab/engines/drivers/firefox.ts";
import { testEngine } from "./test-engine.ts";

testEngine(firefox);
