import { readFileSync } from "node:fs";

/** Reads a text file, and keeps its byte order mark. Returns `undefined` if it is not UTF-8. */
export function readText(path: string): string | undefined {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}
