import { type Command, toShell } from "../command.ts";
import type { Outcome } from "../outcome.ts";
import { endOf, runShell } from "../run-shell.ts";

/** Builds an app. No server of it runs. */
export async function checkBuild(folder: string, command: Command): Promise<Outcome> {
  const { printed, code } = await runShell(folder, toShell(folder, command));
  if (code === 0) return { passed: ["builds"], failed: [] };
  return { passed: [], failed: [{ name: "builds", text: endOf(printed) }] };
}
