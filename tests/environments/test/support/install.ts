import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createScratch, packages } from "../../../../scripts/test/packed/scratch.ts";
import { notRunHere } from "./not-run-here.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with all environments, the packed packages installed. */
    environments: string;
  }
}

const apps = join(import.meta.dirname, "../..");
/** The versions in the environments of next-auth. */
const versions = ["4.22", "4.24", "5-beta.25", "5-beta.32"];
/** The environments with a shim, and which. */
const shims = new Map([
  ["shim-next", "next-auth"],
  ["shim-next-5", "next-auth-5"],
]);
/** What several environments have in common. */
const shared: Record<string, string[]> = {
  jest: ["jest-28", "jest-30"],
  types: ["types/alone", "types/auth-core", ...versions.map((it) => `next-auth-${it}`)],
};

/** Packs the packages, and installs them once for all environments, as a user's package manager would. */
export default async function install(project: TestProject): Promise<(() => void) | undefined> {
  // By hand: a workspace that an earlier run has kept.
  const kept = process.env["SOJOURN_ENVIRONMENTS"];
  if (kept) {
    project.provide("environments", kept);
    return undefined;
  }

  const started = performance.now();
  const scratch = await createScratch([...packages, ...shims.values()], join(apps, "environments"));
  // Where another package is installed by that name, the package manager would ask a registry for it.
  for (const [environment, shim] of shims) {
    const manifest = join(scratch.folder, environment, "package.json");
    const text = readFileSync(manifest, "utf8");
    const local = `file:${scratch.tarballOf(shim)}`;
    writeFileSync(manifest, text.replace(/npm:@sojourn\/next-auth[^"]*/, local));
  }
  for (const [name, environments] of Object.entries(shared)) {
    for (const environment of environments) {
      cpSync(join(apps, "shared", name), join(scratch.folder, environment), { recursive: true });
    }
  }
  // Binaries are taken from their packages as they are, so no install script has anything to do.
  appendFileSync(join(scratch.folder, "pnpm-workspace.yaml"), "\nstrictDepBuilds: false\n");
  // In a workspace of its own is what has no next-auth: an optional peer that any package of a workspace
  // has is linked to all of them.
  const alone = join(scratch.folder, "types");
  cpSync(join(scratch.folder, "pnpm-workspace.yaml"), join(alone, "pnpm-workspace.yaml"));
  for (const folder of [scratch.folder, alone]) {
    await scratch.run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"], folder);
  }
  project.provide("environments", scratch.folder);
  console.log(`packed and installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);

  return () => {
    for (const [what, reason] of notRunHere) console.log(`not run here: ${what}: ${reason}`);
    if (!process.env["SOJOURN_KEEP_ENVIRONMENTS"]) scratch.remove();
    else console.log(`kept: ${scratch.folder}`);
  };
}
