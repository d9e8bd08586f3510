import { readFileSync, writeFileSync } from "node:fs";

// The recorder reads and writes the same file, while it waits for no answer.
const { STATE_FILE } = process.env;

/** What the server knows, and what is wrong with it. */
export function readState() {
  return JSON.parse(readFileSync(STATE_FILE, "utf8"));
}

/** Changes what the server knows. */
export function changeState(change) {
  const state = readState();
  const result = change(state);
  writeFileSync(STATE_FILE, JSON.stringify(state));
  return result;
}
