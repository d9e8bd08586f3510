import { readFileSync } from "node:fs";

/** Reads a text, with a byte order mark if there is one; undefined if it is no UTF-8. */
export function readText(path: string): string | undefined {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}
