import { packageManagerOf } from "./package-manager.ts";

/** What a check runs in a copy. */
export interface Command {
  /** The command line, as it was given, or as the script has it. */
  line: string;
  /** The script of package.json that has it. */
  script?: string;
}

/**
 * Makes a command line for the shell. A script is run by the app's package manager, which does what
 * belongs before and after it (`pretest`).
 *
 * @param args what the command gets besides
 */
export function toShell(folder: string, { line, script }: Command, args = ""): string {
  return (script === undefined ? `${line} ${args}` : runScript(folder, script, args)).trimEnd();
}

function runScript(folder: string, script: string, args: string): string {
  const manager = packageManagerOf(folder);
  // npm takes options for its own without the dashes; Yarn 1 warns of them.
  if (manager === "npm") return `npm run ${script}${args && ` -- ${args}`}`;
  // The copy is installed already, and its lockfile is not the app's.
  const options = manager === "pnpm" ? " --config.verify-deps-before-run=false" : "";
  return `${manager}${options} run ${script} ${args}`;
}
