import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScratch, type Scratch } from "./scratch.ts";

const packages = ["core", "query", "react", "solid", "svelte", "testing", "vue", "webauthn"];
let scratch: Scratch;
let app: string;

beforeAll(async () => {
  scratch = await createScratch(packages);
  app = join(scratch.folder, "entries-app");
  await scratch.run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"]);
});
afterAll(() => scratch?.remove());

/** Runs code that may `require`, `import` and `await`; resolves to what it returns. */
async function evaluate(code: string): Promise<unknown> {
  const script = `(async () => { ${code} })().then((it) => console.log(JSON.stringify(it)))`;
  return JSON.parse(await scratch.run("node", ["--input-type=commonjs", "-e", script], app));
}

/** The entries of a package, as they are imported. */
function entriesOf(name: string): string[] {
  const path = join(import.meta.dirname, "../../../packages", name, "package.json");
  const { exports } = JSON.parse(readFileSync(path, "utf8")) as { exports: object };
  return Object.keys(exports)
    .filter((it) => it !== "./package.json")
    .map((it) => `@sojourn/${name}${it.slice(1)}`);
}

describe.each(packages.flatMap(entriesOf))("%s", (entry) => {
  test("is CommonJS for require, and exports what import gives", async () => {
    const code = `const [required, imported] = [require("${entry}"), await import("${entry}")];
      return [require.resolve("${entry}"), Object.keys(required), Object.keys(imported)];`;
    const [path, required, imported] = (await evaluate(code)) as [string, string[], string[]];
    expect(path).toContain("/dist/cjs/");
    expect(required.toSorted()).toEqual(imported.toSorted());
    expect(required.length).toBeGreaterThan(0);
  });

  test("is the same for tools that do not know `exports`", async () => {
    // A path into node_modules is looked up without `exports`; bundlers take `module`.
    const code = `const folder = "./node_modules/${entry}/";
      const { module } = require(folder + "package.json");
      const [found, imported] = [await import(folder + module), await import("${entry}")];
      return [require(folder) === require("${entry}"), found === imported];`;
    expect(await evaluate(code)).toEqual([true, true]);
  });
});

test("all packages that are required share one core, and so do all that are imported", async () => {
  const names = JSON.stringify(packages.map((it) => `@sojourn/${it}`));
  const code = `for (const name of ${names}) require(name);
    const { createSessionClient } = require("@sojourn/core");
    const cores = Object.keys(require.cache).filter((it) => /core[/]dist[/].*errors[.]js$/.test(it));
    const isOne = require("@sojourn/svelte").createSessionClient === createSessionClient;
    const imported = await Promise.all(["core", "svelte"].map((it) => import("@sojourn/" + it)));
    return [cores.length, isOne, imported[0].createSessionClient === imported[1].createSessionClient];`;
  expect(await evaluate(code)).toEqual([1, true, true]);
});

interface Options {
  module: string;
  moduleResolution: string;
  ignoreDeprecations?: string;
}

const node: Options = { module: "commonjs", moduleResolution: "node" };
const node16: Options = { module: "node16", moduleResolution: "node16" };
const bundler: Options = { module: "esnext", moduleResolution: "bundler" };
const compilers: [name: string, ways: Options[]][] = [
  ["typescript-4.9", [node, node16]],
  ["typescript-5.4", [node, node16, bundler]],
  ["typescript-5.9", [node, node16, bundler]],
  ["typescript-6", [{ ...node, ignoreDeprecations: "6.0" }, node16, bundler]],
  ["typescript", [node16, bundler]],
];

/** What others than we get wrong, for each program that requires them: they have types of ES modules only. */
const notOurs = /'import\("solid-js"\)'|'import\("msw\/http"\)'|'msw\/http'|solid\/.* TS1541:/;

/** Compiles the app, and returns what is wrong in it and in our declarations. */
async function compile(
  compiler: string,
  options: Options,
  extension: string,
  augmented = "react",
): Promise<string[]> {
  const source = readFileSync(join(app, "app.ts"), "utf8");
  const file = `${augmented}.${extension}`;
  const text = source.replace('module "@sojourn/react"', `module "@sojourn/${augmented}"`);
  writeFileSync(join(app, file), text);
  const compilerOptions = {
    ...options,
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = `node_modules/${compiler}/bin/tsc`;
  const printed = await scratch
    .run("node", [tsc, "--pretty", "false"], app)
    .catch((error: Error) => error.message);
  return printed
    .split("\n")
    .filter((it) => it.includes(": error ") && (it.includes("@sojourn/") || it.startsWith(file)))
    .filter((it) => !notOurs.test(it));
}

const runs = compilers.flatMap(([name, ways]) =>
  ways.map((options) => [name, options.moduleResolution, "ts", options] as const),
);

test.each([
  ...runs,
  ["typescript-4.9", "node16", "mts", node16] as const,
  ["typescript", "node16", "mts", node16] as const,
])("%s with moduleResolution %s reads the declarations, in a .%s", async (...run) => {
  const [name, , extension, options] = run;
  expect(await compile(name, options, extension)).toEqual([]);
});

describe.each(["core", "vue"])('Register, declared in "@sojourn/%s"', (name) => {
  test.each([
    ["typescript-4.9", node],
    ["typescript", bundler],
  ] as const)("is seen by %s", async (compiler, options) => {
    expect(await compile(compiler, options, "ts", name)).toEqual([]);
  });
});

test("what is wrong is found", async () => {
  // Not augmented, for there is no such module.
  expect(await compile("typescript-4.9", node, "ts", "nothing")).not.toEqual([]);
});
