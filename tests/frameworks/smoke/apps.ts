import { app as astro } from "../../../examples/astro/e2e/app.ts";
import { plainApp } from "../plain-app/plain-app.ts";
import type { FrameworkApp } from "../suite/framework-app.ts";

/** All apps that are visited in Firefox and WebKit. They have been built. */
export const apps: readonly FrameworkApp[] = [plainApp, astro];
