/**
 * Takes out one mechanism after the other, and sees that the test which is named for it fails: no
 * mechanism is there for nothing, and no test passes whatever happens.
 *
 *     pnpm mechanisms [part of a name]
 */
import { spawnSync } from "node:child_process";
import { mechanisms } from "./mechanisms.ts";

/** Without some mechanisms a test runs for ever, and that is noticed too. */
const TIMEOUT_MS = 30_000;
const command = ["exec", "vitest", "run", "--config", "scripts/mechanisms/vitest.config.ts"];

const [wanted = ""] = process.argv.slice(2);
let unnoticed = 0;
for (const [index, { name, test }] of mechanisms.entries()) {
  if (!name.includes(wanted)) continue;
  const { stdout, status, signal, error } = spawnSync("pnpm", command, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", MECHANISM: String(index) },
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  if (error && signal === null) throw error;
  const failed = /Tests +(\d+) failed/.exec(stdout)?.[1];
  const isNoticed = failed || status === null;
  if (!isNoticed) unnoticed += 1;
  // After so long: it runs for ever, or the machine has stalled.
  const ending = status === null ? "hangs" : "noticed";
  // What cannot be compiled proves nothing about a test.
  const outcome = isNoticed ? ending : status ? "DID NOT RUN" : "NOT NOTICED";
  console.log(`${outcome.padEnd(11)}  ${name} (${test.join(": ")})`);
}
console.log(`${unnoticed} can be taken out unnoticed`);
if (unnoticed) process.exitCode = 1;
