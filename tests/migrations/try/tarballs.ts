import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packPackages } from "../../../scripts/test/packed/pack.ts";
import { readJson } from "./app.ts";
import { packageManagerOf } from "./package-manager.ts";

/** The tarballs of our packages, by their names in the registry. */
export type Tarballs = Map<string, string>;

/** Our packages that an app may get by the move, by their folders. */
export const tarballNames = ["core", "react", "webauthn", "next-auth", "next-auth-5"];

/** Packs what an app may get by the move. */
export function packTarballs(folder: string): Tarballs {
  const tarballOf = packPackages(tarballNames, folder);
  return new Map(tarballNames.map((name) => [`@sojourn/${name}`, `file:${tarballOf(name)}`]));
}

interface Manifest extends Record<string, unknown> {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Has a package.json take our packages from their tarballs, for they may be in no registry yet. */
export function takeFromTarballs(folder: string, tarballs: Tarballs): void {
  const path = join(folder, "package.json");
  const manifest = readJson<Manifest>(path);
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const list of [dependencies, devDependencies, optionalDependencies]) {
    for (const [name, range] of Object.entries(list ?? {})) {
      // The version does not matter: the tarball is what this checkout has.
      const target = /^npm:(@sojourn\/[\w-]+)/.exec(range)?.[1] ?? name;
      const tarball = tarballs.get(target);
      if (list && tarball) list[name] = tarball;
    }
  }
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Has all packages of an app take ours from the tarballs, in the way of each package manager. */
export function overrideByTarballs(folder: string, tarballs: Tarballs): void {
  const path = join(folder, "package.json");
  const manifest = readJson<Manifest>(path);
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const direct = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const ours = Object.fromEntries(tarballs);
  // npm refuses an override of what is a direct dependency, be it the same.
  const indirect = Object.fromEntries([...tarballs].filter(([name]) => !(name in direct)));
  const merge = (key: string, more: Record<string, string>): Record<string, unknown> => ({
    ...(manifest[key] as Record<string, unknown> | undefined),
    ...more,
  });
  manifest["overrides"] = merge("overrides", indirect);
  manifest["resolutions"] = merge("resolutions", ours);
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
  if (packageManagerOf(folder) !== "pnpm") return;
  overrideInWorkspace(join(folder, "pnpm-workspace.yaml"), tarballs);
}

/** pnpm reads overrides from its own file. */
export function overrideInWorkspace(path: string, tarballs: Tarballs): void {
  const lines = [...tarballs].map(([name, tarball]) => `  "${name}": "${tarball}"\n`).join("");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (/^overrides:\n/m.test(text)) {
    writeFileSync(
      path,
      text.replace(/^overrides:\n/m, (it) => it + lines),
    );
  } else {
    appendFileSync(path, `\noverrides:\n${lines}`);
  }
}
