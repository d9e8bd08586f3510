import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packPackages } from "./pack.ts";
import { root } from "../../packages.ts";

/** The published packages, by their folders in packages/. */
export const packages = [
  "core",
  "devtools",
  "query",
  "react",
  "solid",
  "svelte",
  "testing",
  "vue",
  "webauthn",
];

/** A workspace outside this one, with the packed packages installed as a user's package manager would. */
export interface Scratch {
  folder: string;
  /** The tarball of a package, by its folder in packages/. */
  tarballOf(name: string): string;
  /** Runs a program and resolves to what it printed; rejects with that if it fails. */
  run(command: string, args: string[], cwd?: string): Promise<string>;
  remove(): void;
}

export async function createScratch(
  names: string[],
  fixtures: string = join(import.meta.dirname, "fixtures"),
): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-packed-"));
  const tarballOf = packPackages(names, folder);

  cpSync(fixtures, folder, { recursive: true });
  const overrides = names
    .map((name) => `  "@sojourn/${name}": "file:${tarballOf(name)}"\n`)
    .join("");
  // The same pinned versions as here, so that the package manager's store has them already.
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").replace(
    /^packages:\n(?:  - .*\n)+/,
    `packages:\n  - "*"\n\noverrides:\n${overrides}`,
  );
  writeFileSync(join(folder, "pnpm-workspace.yaml"), settings);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "scratch", private: true }));

  const run: Scratch["run"] = async (command, args, cwd = folder) => {
    const env = {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      NEXT_TELEMETRY_DISABLED: "1",
    };
    try {
      const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env });
      return stdout + stderr;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`, { cause: error });
    }
  };

  return { folder, tarballOf, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
