import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.ts";
import type { ServerKind } from "./servers.ts";

const sources = join(import.meta.dirname, "../servers");
const installed = join(tmpdir(), "sojourn-recordings");

/** Installs and builds a server outside the workspace, where that has not been done, and gives its folder. */
export async function install({ files, type, dependencies, build }: ServerKind): Promise<string> {
  const [[name, version] = []] = Object.entries(dependencies).filter(([it]) =>
    /auth(?!\/core)/.test(it),
  );
  const folder = join(installed, `${name}-${version}`.replace("/", "-"));
  const manifest = JSON.stringify({ name: files, private: true, type, dependencies });
  const path = join(folder, "package.json");
  mkdirSync(folder, { recursive: true });
  for (const source of ["shared", files]) {
    cpSync(join(sources, source), folder, { recursive: true });
  }
  if (!existsSync(path) || readFileSync(path, "utf8") !== manifest) {
    const pnpm = ["pnpm", "install", "--prefer-offline", "--config.strictDepBuilds=false"];
    writeFileSync(join(folder, "pnpm-workspace.yaml"), "packages: []\n");
    writeFileSync(path, manifest);
    await run(folder, pnpm);
  }
  if (build) await run(folder, build);
  return folder;
}
