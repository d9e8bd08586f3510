import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readJson, readSettings } from "../../try/app.ts";
import { copyApp, moveApp, type Moved } from "../../try/copies.ts";
import { install as installApps } from "../../try/package-manager.ts";
import { describeMoved } from "../../try/report.ts";
import { overrideInWorkspace, packTarballs, type Tarballs } from "../../try/tarballs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that has `<app>/before` and `<app>/after`, installed. */
    migrations: string;
  }
}

const apps = join(import.meta.dirname, "../../apps");
const root = join(import.meta.dirname, "../../../..");

/** Copies each app twice, moves the second copies, and installs all of them. */
export default async function install(project: TestProject): Promise<() => Promise<void>> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "sojourn-migrations-"));
  const tarballs = packTarballs(folder);
  const moves: Record<string, Moved> = {};
  const names = readdirSync(apps);
  const left = [...names];

  async function installNext(): Promise<void> {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      moves[name] = await prepare(name, folder, tarballs);
    }
  }
  await Promise.all([installNext(), installNext()]);
  project.provide("migrations", folder);
  console.log(`moved and installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const [name, moved] of Object.entries(moves).toSorted()) {
    console.log(`${name}: ${describeMoved(moved)}`);
  }

  return async () => {
    if (process.env["SOJOURN_KEEP_MIGRATIONS"]) console.log(`kept: ${folder}`);
    // It takes a while, in which Vitest has to be told that its worker has ended.
    else await rm(folder, { recursive: true, force: true });
  };
}

/** Both copies of an app are a workspace of their own, so that no other app's versions get in between. */
async function prepare(name: string, folder: string, tarballs: Tarballs): Promise<Moved> {
  const app = join(apps, name);
  const workspace = join(folder, name);
  const after = join(workspace, "after");
  copyApp(app, join(workspace, "before"));
  copyApp(app, after);
  // A workspace has each name once.
  const manifest = join(after, "package.json");
  writeFileSync(manifest, JSON.stringify({ ...readJson<object>(manifest), name: `${name}-after` }));

  const settings = join(workspace, "pnpm-workspace.yaml");
  writeFileSync(settings, readSettingsOfPnpm());
  writeFileSync(join(workspace, "package.json"), `{ "name": "both", "private": true }`);
  overrideInWorkspace(settings, tarballs);
  await installApps(workspace);
  const moved = moveApp(after, tarballs, readSettings(app).only);
  await installApps(workspace);
  return moved;
}

/** The checkout's own, so that the package manager's store has everything already. */
function readSettingsOfPnpm(): string {
  const text = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const packages = 'packages:\n  - "before"\n  - "after"\n\nstrictDepBuilds: false\n';
  return text.replace(/^packages:\n(?:  - .*\n)+/, packages);
}
