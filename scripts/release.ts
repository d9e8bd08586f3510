/**
 * Publishes the packages, from CI alone. `pnpm run release --dry-run` packs them, and lists what
 * would go where; `--to FOLDER` keeps the tarballs.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { getReleasePlan } from "@changesets/get-release-plan";
import { publishedPackages, readJson, root } from "./packages.ts";
import { isPlaceholder, repositoryAddress } from "./repository.ts";

/** Runs a program in a folder. `output` is what it prints, if that is asked for. */
export type Run = (
  command: string,
  args: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; isRead?: boolean },
) => string;

/** A line of the list. */
export interface Listed {
  name: string;
  version: string;
  tag: string;
  access: string;
  files: number;
  bytes: number;
  registry: string;
}

/** What changesets leave out: next-auth 5's stand-in, which would be turned from a beta into a release. */
const byHand = (): string[] => readJson<{ ignore: string[] }>(".changeset/config.json").ignore;

const runProgram: Run = (command, args, { cwd = root, env, isRead } = {}) => {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", isRead ? "pipe" : "inherit", "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")} failed`);
  return stdout ?? "";
};

/** Why nothing may be published from here; `undefined` if it may. */
export function reasonNotToPublish(env: NodeJS.ProcessEnv, address: string): string | undefined {
  if (isPlaceholder(address)) {
    return `${address} is no repository. Name it: pnpm run repository https://…`;
  }
  // Only a job with `id-token: write` has it, and only with it a package says where it comes from.
  if (!env["ACTIONS_ID_TOKEN_REQUEST_URL"]) {
    return "Packages are published from CI alone, by .github/workflows/release.yml. Here is --dry-run.";
  }
  return undefined;
}

/** Builds and publishes: what changesets know of, and then what they leave out. */
export function publish(run: Run): void {
  // pnpm knows provenance by this name only, and changesets call pnpm.
  const env = { pnpm_config_provenance: "true" };
  run("pnpm", ["run", "build"]);
  run("pnpm", ["exec", "changeset", "publish"], { env });
  const filters = byHand().map((name) => `--filter=${name}`);
  const options = ["--access", "public", "--tag", "latest", "--no-git-checks"];
  run("pnpm", ["publish", "--recursive", ...filters, ...options], { env });
}

/** Builds and packs all packages into a folder, and says what would go where. Publishes nothing. */
export async function listRelease(run: Run, folder: string): Promise<Listed[]> {
  run("pnpm", ["run", "turbo", "build", "--filter=./packages/*", "--output-logs=errors-only"]);
  const registry = run("pnpm", ["config", "get", "registry"], { isRead: true }).trim();
  const { access } = readJson<{ access: string }>(".changeset/config.json");
  const { releases, preState } = await getReleasePlan(root);
  const left = byHand();
  const preTag = preState?.mode === "pre" ? preState.tag : "latest";

  return publishedPackages().map(({ folder: source, manifest }) => {
    const { name, publishConfig } = manifest;
    const isLeft = left.includes(name);
    const { files, size } = pack(run, source, folder);
    return {
      name,
      version: releases.find((it) => it.name === name)?.newVersion ?? manifest.version,
      tag: isLeft ? "latest" : preTag,
      access: publishConfig?.access ?? (isLeft ? "public" : access),
      files: files.length,
      bytes: size,
      registry: publishConfig?.registry ?? registry,
    };
  });
}

function pack(run: Run, source: string, folder: string): { files: unknown[]; size: number } {
  const args = ["pack", "--json", "--pack-destination", folder];
  return JSON.parse(run("pnpm", args, { cwd: join(root, source), isRead: true }));
}

/** The list as a table, a package a line. */
export function asTable(list: readonly Listed[]): string {
  const head = ["package", "version", "tag", "access", "files", "bytes", "registry"];
  const rows = list.map(({ name, version, tag, access, files, bytes, registry }) => {
    return [name, version, tag, access, files.toString(), bytes.toLocaleString("en"), registry];
  });
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const asLine = (row: string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return [head, ...rows].map((row) => asLine(row).trimEnd()).join("\n");
}

/** Does what the command line asks for. */
export async function release(
  args: string[],
  run: Run = runProgram,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const options = { "dry-run": { type: "boolean" }, to: { type: "string" } } as const;
  const { values } = parseArgs({ args, options });
  if (!values["dry-run"]) {
    const reason = reasonNotToPublish(env, repositoryAddress());
    if (reason) throw new Error(reason);
    publish(run);
    return "";
  }

  const kept = values.to && resolve(values.to);
  const folder = kept ?? mkdtempSync(join(tmpdir(), "sojourn-release-"));
  mkdirSync(folder, { recursive: true });
  try {
    return `${asTable(await listRelease(run, folder))}\n\nA dry run: nothing was published.`;
  } finally {
    if (!kept) rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  try {
    console.log(await release(process.argv.slice(2)));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
