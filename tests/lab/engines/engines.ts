import { chromium } from "./drivers/chromium.ts";
import type { Engine } from "./drivers/driver.ts";
import { firefox } from "./drivers/firefox.ts";
import { oldChromium } from "./drivers/old-chromium.ts";
import { webkit } from "./drivers/webkit.ts";

/** All engines in which the rules are tried. */
export const engines: Engine[] = [chromium, firefox, webkit, oldChromium];
