/** Writes the Markdown of the site: `--watch` goes on, and does so again when a page changes. */
import { watch } from "node:fs";
import { composePages, prepare } from "./compose.ts";
import { writeReference } from "./reference.ts";
import { sources } from "./site.ts";

prepare();
composePages();
await writeReference();
if (process.argv.includes("--watch")) watch(sources, { recursive: true }, composePages);
