import { app as reactRouter } from "../../../examples/react-router/e2e/app.ts";
import { app as tanstackStart } from "../../../examples/tanstack-start/e2e/app.ts";
import { app as svelteKit } from "../../../examples/sveltekit/e2e/app.ts";
import { app as solidStart } from "../../../examples/solid-start/e2e/app.ts";
import { app as nuxt } from "../../../examples/nuxt/e2e/app.ts";
import { app as angularApp } from "../../../examples/angular/e2e/app.ts";
import { app as astro } from "../../../examples/astro/e2e/app.ts";
import { plainApp } from "../plain-app/plain-app.ts";
import type { FrameworkApp } from "../suite/framework-app.ts";

/** All apps that are visited in Firefox and WebKit. They have been built. */
export const apps: readonly FrameworkApp[] = [
  plainApp,
  reactRouter,
  tanstackStart,
  svelteKit,
  solidStart,
  nuxt,
  astro,
  angularApp,
];
