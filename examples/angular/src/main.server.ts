import { bootstrapApplication, type BootstrapContext } from "@angular/platform-browser";
import { App } from "./app/app.ts";
import { config } from "./app/app.config.server.ts";

export default (context: BootstrapContext) => bootstrapApplication(App, config, context);
