import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createScratch, packages } from "../../../../scripts/test/packed/scratch.ts";
import { notRunHere } from "./not-run-here.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with all worlds, the packed packages installed. */
    worlds: string;
  }
}

const apps = join(import.meta.dirname, "../..");
/** The versions in the worlds of next-auth. */
const versions = ["4.22", "4.24", "5-beta.25", "5-beta.32"];
/** The worlds with a shim, and which. */
const shims = new Map([
  ["shim-next", "next-auth"],
  ["shim-next-5", "next-auth-5"],
]);
/** What several worlds have in common. */
const shared: Record<string, string[]> = {
  jest: ["jest-28", "jest-30"],
  types: ["types/alone", "types/auth-core", ...versions.map((it) => `next-auth-${it}`)],
};

/** Packs the packages, and installs them once for all worlds, as a user's package manager would. */
export default async function install(project: TestProject): Promise<(() => void) | undefined> {
  // By hand: a workspace that an earlier run has kept.
  const kept = process.env["SOJOURN_WORLDS"];
  if (kept) {
    project.provide("worlds", kept);
    return undefined;
  }

  const started = performance.now();
  const scratch = await createScratch([...packages, ...shims.values()], join(apps, "worlds"));
  // Where another package is installed by that name, the package manager would ask a registry for it.
  for (const [world, shim] of shims) {
    const manifest = join(scratch.folder, world, "package.json");
    const text = readFileSync(manifest, "utf8");
    const local = `file:${scratch.tarballOf(shim)}`;
    writeFileSync(manifest, text.replace(/npm:@sojourn\/next-auth[^"]*/, local));
  }
  for (const [name, worlds] of Object.entries(shared)) {
    for (const world of worlds) {
      cpSync(join(apps, "shared", name), join(scratch.folder, world), { recursive: true });
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
  project.provide("worlds", scratch.folder);
  console.log(`packed and installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);

  return () => {
    for (const [place, reason] of notRunHere) console.log(`not run here: ${place}: ${reason}`);
    if (!process.env["SOJOURN_KEEP_WORLDS"]) scratch.remove();
    else console.log(`kept: ${scratch.folder}`);
  };
}
