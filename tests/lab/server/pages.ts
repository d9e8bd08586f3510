import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type Answer, text } from "./answer.ts";

const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };

/** Where files are: the core as it is published, pages as they are written, and pages as built. */
const folders: [prefix: string, folder: URL][] = [
  ["/core/", new URL("../../../packages/core/dist/", import.meta.url)],
  ["/pages/", new URL("../pages/", import.meta.url)],
  ["/", new URL("../dist/", import.meta.url)],
];

/** A page, or a script of one. */
export async function answerPage(path: string): Promise<Answer> {
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? [];
  const type = types[extname(path)];
  if (!prefix || !folder || !type) return text("Not found", 404);
  try {
    const content = await readFile(new URL(path.slice(prefix.length), folder), "utf8");
    return text(content, 200, type);
  } catch {
    return text("Not found. Has the lab been built?", 404);
  }
}
