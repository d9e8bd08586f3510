import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishedPackages } from "../packages.ts";
import {
  asTable,
  listRelease,
  publish,
  reasonNotToPublish,
  release,
  type Run,
} from "../release.ts";

const address = "https://github.com/someone/sojourn";
const ci = { ACTIONS_ID_TOKEN_REQUEST_URL: "https://token.example" };
const names = publishedPackages().map(({ manifest }) => manifest.name);
let folder: string;
let ran: { line: string; env: NodeJS.ProcessEnv | undefined }[];

/** Builds nothing, and packs two files of a thousand bytes. */
const run: Run = (command, args, { env } = {}) => {
  ran.push({ line: [command, ...args].join(" "), env });
  if (args[0] === "pack") return JSON.stringify({ files: [{}, {}], size: 1000 });
  return "https://registry.example/\n";
};
const commands = (): string[] => ran.map(({ line }) => line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-release-test-"));
  ran = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("publishes nothing on a dry run, not even in CI", async () => {
  const printed = await release(["--dry-run"], run, ci);
  expect(commands().filter((it) => /publish|git|tag/.test(it))).toEqual([]);
  expect(printed).toContain("nothing was published");
});

test("packs each package once, into a folder that is removed", async () => {
  await release(["--dry-run"], run, {});
  const packed = commands().filter((it) => it.startsWith("pnpm pack "));
  expect(packed).toHaveLength(names.length);
  expect(existsSync(packed[0]?.split(" ").at(-1) ?? "")).toBe(false);
});

test("keeps the tarballs in the folder that is asked for", async () => {
  const kept = join(folder, "kept");
  await release(["--dry-run", "--to", kept], run, {});
  expect(commands().filter((it) => it.endsWith(kept))).toHaveLength(names.length);
  expect(readdirSync(folder)).toEqual(["kept"]);
});

test("lists each package with the version that changesets give it", async () => {
  const list = await listRelease(run, folder);
  expect(list.map(({ name }) => name)).toEqual(names);
  const own = new Set(publishedPackages().map(({ manifest }) => manifest.version));
  for (const it of list) {
    expect(it).toMatchObject({ files: 2, bytes: 1000, registry: "https://registry.example/" });
    expect(it).toMatchObject({ tag: "latest", access: "public" });
  }
  const core = list.find(({ name }) => name === "@sojourn/core");
  const react = list.find(({ name }) => name === "@sojourn/react");
  expect(react?.version).toBe(core?.version);
  // Changesets would make a release of this beta.
  const byHand = list.find(({ name }) => name === "@sojourn/next-auth-5");
  expect(own).toContain(byHand?.version);
});

test("prints a line for each package, with where it would go", () => {
  const line = { name: "@sojourn/core", version: "0.1.0", tag: "latest", access: "public" };
  const list = [{ ...line, files: 12, bytes: 34_567, registry: "https://registry.example/" }];
  expect(asTable(list).split("\n")).toEqual([
    "package        version  tag     access  files  bytes   registry",
    "@sojourn/core  0.1.0    latest  public  12     34,567  https://registry.example/",
  ]);
});

test("publishes with provenance: what changesets know of, then what they leave out", () => {
  publish(run);
  expect(commands()).toEqual([
    "pnpm run build",
    "pnpm exec changeset publish",
    "pnpm publish --recursive --filter=@sojourn/next-auth-5 --access public --tag latest --no-git-checks",
  ]);
  expect(ran.slice(1).map(({ env }) => env?.["pnpm_config_provenance"])).toEqual(["true", "true"]);
});

test("publishes from CI alone, and only when the repository has an address", () => {
  expect(reasonNotToPublish(ci, address)).toBeUndefined();
  expect(reasonNotToPublish({}, address)).toContain("from CI alone");
  expect(reasonNotToPublish(ci, "https://github.com/OWNER/sojourn")).toContain("no repository");
});

test("runs nothing when it may not publish", async () => {
  await expect(release([], run, {})).rejects.toThrow(/no repository|from CI alone/);
  expect(ran).toEqual([]);
});

test("does not take a mistyped option for a release", async () => {
  await expect(release(["--dryrun"], run, ci)).rejects.toThrow("--dryrun");
  expect(ran).toEqual([]);
});

test("no package runs anything when it is installed", () => {
  for (const { manifest } of publishedPackages()) {
    const { scripts = {} } = manifest as { scripts?: object };
    expect(Object.keys(scripts).filter((it) => /install|prepare/.test(it))).toEqual([]);
  }
});
