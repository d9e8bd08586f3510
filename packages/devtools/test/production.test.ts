import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { afterEach, describe, expect, test, vi } from "vitest";

const root = join(import.meta.dirname, "..");
const { exports: entries } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const names = Object.keys(entries as object).filter((it) => it !== "./package.json");

/** A text of the panel. */
const TEXT = "Fail the next read";

afterEach(() => vi.unstubAllEnvs());

const fileOf = (entry: string): string => (entry === "." ? "index" : entry.slice(2));
const extensionOf = (entry: string): string => (entry === "./react" ? ".tsx" : ".ts");

/** Bundles an entry by Vite. @param condition which file of `import` the bundler takes */
async function bundle(entry: string, mode: string, condition: string): Promise<string> {
  const target = entries[entry].import[condition] as string;
  const source = target.replace("./dist/", "src/").replace(/\.js$/, extensionOf(entry));
  vi.stubEnv("NODE_ENV", mode);
  const result = await build({
    configFile: false,
    logLevel: "silent",
    mode,
    root,
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    build: {
      write: false,
      lib: { entry: join(root, source), formats: ["es"] },
      rollupOptions: { external: ["react", /^@sojourn/, /^@tanstack/] },
    },
  });
  const bundles = result as { output: { code?: string }[] }[];
  return bundles.flatMap(({ output }) => output.map(({ code }) => code)).join("");
}

describe.each(names)("%s", (entry) => {
  test("has the same exports in production, and each can be called", async () => {
    const path = `${fileOf(entry)}${extensionOf(entry)}`;
    const real = await import(/* @vite-ignore */ join(root, "src", path));
    const empty = await import(/* @vite-ignore */ join(root, "src/production", path));
    expect(Object.keys(empty).toSorted()).toEqual(Object.keys(real).toSorted());
    for (const name of Object.keys(empty)) expect(() => empty[name]({})).not.toThrow();
  });

  test("is nearly nothing by the condition `production`", async () => {
    const code = await bundle(entry, "production", "production");
    expect(code).not.toContain(TEXT);
    expect(code.length).toBeLessThan(400);
  });

  test("is nearly nothing by NODE_ENV, for bundlers without the condition", async () => {
    const code = await bundle(entry, "production", "default");
    expect(code).not.toContain(TEXT);
    expect(code.length).toBeLessThan(500);
  });

  test("is the panel in development", async () => {
    expect(await bundle(entry, "development", "default")).toContain(TEXT);
  });
});

test("in production the options stay as they are, and no panel is added", async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.resetModules();
  const { mountDevtools, withDevtools } = await import("../src/index.ts");
  const options = { refetchInterval: 60 };
  expect(withDevtools(options)).toBe(options);
  mountDevtools();
  expect(document.querySelector("sojourn-devtools")).toBeNull();
});
