import { execFile } from "node:child_process";
import { join } from "node:path";
import { inject } from "vitest";
import { scriptEnv } from "../../../../scripts/clean-env.ts";

/** The folder of an environment, in which the packed packages are installed. */
export function folderOf(environment: string): string {
  return join(inject("environments"), environment);
}

/** Runs a program in an environment, and resolves to what it printed; rejects with that if it fails. */
export function run(
  environment: string,
  [command = "", ...args]: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const cwd = folderOf(environment);
  const options = { cwd, env: { ...scriptEnv(cwd), ...env }, maxBuffer: 2 ** 26 };

  return new Promise((resolve, reject) => {
    execFile(command, args, { ...options, timeout: 200_000 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout + stderr);
      const why = error.killed ? "It did not end by itself." : "";
      const what = `${environment}: ${command} ${args.join(" ")}`;
      return reject(new Error([what, stdout, stderr, why].join("\n")));
    });
  });
}
