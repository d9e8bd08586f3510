/** Writes the Markdown of the site, of which VitePress builds it. */
import { composePages, prepare } from "./compose.ts";
import { writeReference } from "./reference.ts";

prepare();
composePages();
await writeReference();
