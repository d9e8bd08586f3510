/** Serves the site while one writes: a page that changes is composed anew. */
import { watch } from "node:fs";
import { createServer } from "vitepress";
import { composePages, prepare } from "./compose.ts";
import { writeReference } from "./reference.ts";
import { docs, sources } from "./site.ts";

prepare();
composePages();
await writeReference();
watch(sources, { recursive: true }, composePages);

const server = await createServer(docs);
await server.listen();
server.printUrls();
