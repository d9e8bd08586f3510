/** Adds to the built site what VitePress does not build: the files for agents, and the playground. */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/packages.ts";
import { writeForAgents } from "./for-agents.ts";
import { built } from "./site.ts";

const playground = join(root, "apps/playground/dist");

writeForAgents();
if (existsSync(playground)) cpSync(playground, join(built, "playground"), { recursive: true });
