import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScratch, packages, type Scratch } from "./scratch.ts";

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
  const printed = await scratch.run("node", ["--input-type=commonjs", "-e", script], app);
  // Node may add a warning: the CommonJS build of TanStack Router imports itself in a circle.
  return JSON.parse(printed.split("\n", 1)[0]!);
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

  test("lets a test replace each export of the CommonJS build", async () => {
    const code = `const fields = Object.getOwnPropertyDescriptors(require("${entry}"));
      return Object.keys(fields).filter((it) => it !== "__esModule" && !fields[it].writable);`;
    expect(await evaluate(code)).toEqual([]);
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

/** The oldest and the newest compiler; tests/environments has those between, and all ways to resolve. */
const compilers = {
  "typescript-4.9": { module: "commonjs", moduleResolution: "node" },
  typescript: { module: "esnext", moduleResolution: "bundler" },
};

/** Compiles the app, which has `Register` augmented under a name; returns what is wrong in it and in our declarations. */
async function compile(compiler: keyof typeof compilers, augmented: string): Promise<string[]> {
  const source = readFileSync(join(app, "app.ts"), "utf8");
  const text = source.replace('module "@sojourn/react"', `module "${augmented}"`);
  writeFileSync(join(app, "augmented.ts"), text);
  const compilerOptions = {
    ...compilers[compiler],
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  const config = { compilerOptions, files: ["augmented.ts"] };
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify(config));
  const printed = await scratch
    .run("node", [`node_modules/${compiler}/bin/tsc`, "--pretty", "false"], app)
    .catch((error: Error) => error.message);
  return (
    printed
      .split("\n")
      .filter((it) => it.includes(": error ") && /^augmented|@sojourn/.test(it))
      // It has no types for this resolution.
      .filter((it) => !it.includes("'msw/http'"))
  );
}

describe.each(["typescript-4.9", "typescript"] as const)("%s", (compiler) => {
  test.each(["core", "react", "vue"])('sees Register, declared in "@sojourn/%s"', async (name) => {
    expect(await compile(compiler, `@sojourn/${name}`)).toEqual([]);
  });

  test("says what is wrong", async () => {
    expect(await compile(compiler, "nothing")).not.toEqual([]);
  });
});
