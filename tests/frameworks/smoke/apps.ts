import { app as angularApp } from "../../../examples/angular/e2e/app.ts";
import { plainApp } from "../plain-app/plain-app.ts";
import type { FrameworkApp } from "../suite/framework-app.ts";

/** All apps that are visited in Firefox and WebKit. They have been built. */
export const apps: readonly FrameworkApp[] = [angularApp, plainApp];
