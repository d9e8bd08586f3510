import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScratch, packages, type Scratch } from "./scratch.ts";

/** The app that has a package installed, where it is not the first one. */
const apps: Record<string, string> = { solid: "solid-app", svelte: "svelte-app", vue: "vue-app" };
let scratch: Scratch;

beforeAll(async () => {
  scratch = await createScratch(packages);
  await scratch.run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"]);
});
afterAll(() => scratch?.remove());

describe.each(packages)("@sojourn/%s, packed", (name) => {
  const app = (): string => join(scratch.folder, apps[name] ?? "vite-app");
  const installed = (): string => join(app(), "node_modules/@sojourn", name);
  const read = (path: string): string => readFileSync(join(installed(), path), "utf8");

  test("publint finds nothing", async () => {
    await scratch.run("publint", ["run", scratch.tarballOf(name), "--strict"]);
  });

  test("its types resolve for every kind of consumer", async () => {
    await scratch.run("attw", [scratch.tarballOf(name)]);
  });

  test("contains its licence", () => {
    expect(read("LICENSE")).toContain("MIT License");
  });

  test("contains the source that its maps point to", () => {
    const maps = globSync("dist/**/*.map", { cwd: installed() });
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps) {
      const { sources } = JSON.parse(read(map)) as { sources: string[] };
      const missing = sources.filter((it) => !existsSync(join(installed(), dirname(map), it)));
      expect(missing, map).toEqual([]);
    }
  });

  test("keeps every 'use client' directive, in both builds", () => {
    // CommonJS says "use strict" as well, in either order.
    const heads = (folder: string, pattern: string): string[] =>
      globSync(pattern, { cwd: join(installed(), folder) })
        .filter((path) =>
          /^(["']use strict["'];\s+)?["']use client["']/.test(read(join(folder, path))),
        )
        .map((path) => path.replace(/\.\w+$/, ""))
        .toSorted();
    const inSource = heads("src", "**/*.{ts,tsx}");
    expect(heads("dist/cjs", "**/*.js")).toEqual(inSource);
    expect(heads("dist", "**/*.js").filter((it) => !it.startsWith("cjs/"))).toEqual(inSource);
  });

  test.each(["import", "require"])("loads on a server by %s", async (way) => {
    const code = `(async () => console.log(Object.keys(await ${way}("@sojourn/${name}")).length))()`;
    const printed = await scratch.run("node", ["--input-type=commonjs", "-e", code], app());
    expect(Number(printed)).toBeGreaterThan(0);
  });

  test("exports these values and types, and no others", async () => {
    const code = `import("@sojourn/${name}").then((it) => console.log(JSON.stringify(Object.keys(it))))`;
    const values = JSON.parse(await scratch.run("node", ["-e", code], app())) as string[];
    expect({
      values: values.toSorted(),
      types: exportedTypes(read("dist/index.d.ts")),
    }).toMatchSnapshot();
  });
});

/** The index is a list of named exports, which the linter sees to; so reading it needs no compiler. */
function exportedTypes(declarations: string): string[] {
  const lists = [...declarations.matchAll(/^export (type )?\{([^}]*)\}/gm)];
  const named = lists.flatMap(([, type, list = ""]) =>
    list
      .split(",")
      .map((it) => it.trim())
      .filter((it) => (type ? it : it.startsWith("type ")))
      .map((it) => it.replace(/^type /, "").replace(/^\w+ as /, "")),
  );
  return named.filter((it) => it !== "").toSorted();
}

test.each(["react", "solid", "svelte", "vue"])(
  "@sojourn/%s hands on each type of the core",
  (name) => {
    const declarations = (folder: string): string =>
      readFileSync(
        join(import.meta.dirname, "../../../packages", folder, "dist/index.d.ts"),
        "utf8",
      );
    const classes = declarations("core").match(/\b[A-Z]\w+Error\b/g) ?? [];
    const types = [...exportedTypes(declarations("core")), ...classes];
    expect(exportedTypes(declarations(name))).toEqual(expect.arrayContaining(types));
  },
);

test.each(["vite-app", "solid-app", "svelte-app", "vue-app"])(
  "a %s type-checks and builds with the packed packages",
  async (name) => {
    const app = join(scratch.folder, name);
    await scratch.run("pnpm", ["run", "build"], app);
    expect(existsSync(join(app, "dist/index.html"))).toBe(true);
    // Bundlers for browsers leave out the environment of servers.
    const scripts = globSync("dist/assets/*.js", { cwd: app });
    const bundle = scripts.map((it) => readFileSync(join(app, it), "utf8")).join("");
    expect(bundle).toContain("BroadcastChannel");
    expect(bundle).not.toContain("NEXTAUTH_URL_INTERNAL");
    expect(bundle).not.toContain("sojourn-devtools");
  },
);

test("a Next app builds with the packed packages", async () => {
  const app = join(scratch.folder, "next-app");
  await scratch.run("pnpm", ["run", "build"], app);
  expect(existsSync(join(app, ".next/BUILD_ID"))).toBe(true);
  const scripts = globSync(".next/{static,server}/**/*.js", { cwd: app });
  const bundle = scripts.map((it) => readFileSync(join(app, it), "utf8")).join("");
  expect(bundle).toContain("BroadcastChannel");
  expect(bundle).not.toContain("sojourn-devtools");
});
