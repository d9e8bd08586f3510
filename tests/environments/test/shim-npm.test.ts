import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { cleanEnv } from "../../../scripts/clean-env.ts";
import { type Registry, startRegistry } from "./support/registry.ts";

// npm holds an alias against the version alone that package-lock.json has, whatever package that is.
const codemod = join(import.meta.dirname, "../../../packages/codemod/dist/cli.js");
let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry(inject("environments"));
});
afterAll(() => registry?.stop());

interface App {
  read(path: string): Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- JSON of others
  write(path: string, value: unknown): void;
  npm(...args: string[]): Promise<string>;
}

/** An app of npm's with a library that imports next-auth's client, and a lockfile. */
async function createApp(range: string, peer: string): Promise<App & { move(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-npm-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (command: string, args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(command, args, { cwd: folder, env: cleanEnv() });
    return stdout;
  };
  const quick = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--omit=peer"];
  const app: App = {
    read: (path) => JSON.parse(readFileSync(join(folder, path), "utf8")),
    write(path, value) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const text = typeof value === "string" ? value : JSON.stringify(value);
      writeFileSync(join(folder, path), text);
    },
    npm: (...args) => run("npm", [...args, ...quick, `--@sojourn:registry=${registry.url}`]),
  };

  const kit = { name: "kit", version: "1.0.0", peerDependencies: { "next-auth": peer } };
  app.write("kit/package.json", kit);
  app.write("kit/index.js", `require("next-auth/react");\n`);
  await app.npm("pack", "./kit");
  rmSync(join(folder, "kit"), { recursive: true });
  const dependencies = { kit: "file:kit-1.0.0.tgz", "next-auth": range };
  app.write("package.json", { private: true, dependencies });
  await app.npm("install");
  return {
    ...app,
    async move() {
      await run(process.execPath, [codemod, "--write", folder]);
    },
  };
}

test.each([
  ["@sojourn/next-auth", "^4.24.15", "^4.24.0"],
  ["@sojourn/next-auth-5", "5.0.0-beta.32", "^5.0.0-beta.25"],
])("npm installs %s in the place of a next-auth that is locked", async (name, range, peer) => {
  const app = await createApp(range, peer);
  expect(app.read("node_modules/next-auth/package.json")).toMatchObject({ name: "next-auth" });
  await app.move();
  await app.npm("install");
  const installed = app.read("node_modules/next-auth/package.json");
  expect(installed["name"]).toBe(name);
  expect(app.read("node_modules/@sojourn/react/package.json")["name"]).toBe("@sojourn/react");
  // It is what package.json asks for, and what the library does.
  const { problems, dependencies } = JSON.parse(await app.npm("ls", "--json", "next-auth"));
  expect([problems, dependencies["next-auth"].version]).toEqual([undefined, installed["version"]]);
});

test("of a next-auth with a higher number, too", async () => {
  const app = await createApp("^4.24.15", "^4.24.0");
  const lock = app.read("package-lock.json");
  lock["packages"]["node_modules/next-auth"].version = "4.99.0";
  app.write("package-lock.json", lock);
  await app.move();
  await app.npm("install", "--package-lock-only");
  const { packages } = app.read("package-lock.json");
  expect(packages["node_modules/next-auth"].name).toBe("@sojourn/next-auth");
});
