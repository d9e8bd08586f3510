import { sojournDevtoolsPlugin } from "@sojourn/devtools/tanstack";
import { TanStackDevtoolsCore } from "@tanstack/devtools";
import { client } from "./client.ts";

const plugins = [{ ...sojournDevtoolsPlugin(client), defaultOpen: true }];
const element = document.querySelector<HTMLElement>("#devtools");
if (element) new TanStackDevtoolsCore({ plugins, config: { defaultOpen: true } }).mount(element);
