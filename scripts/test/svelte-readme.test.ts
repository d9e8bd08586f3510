import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "sojourn-svelte-readme-"));
const readme = readFileSync(join(root, "packages/svelte/README.md"), "utf8");

/** What the examples import, and where it is installed. */
const installed = {
  "@sojourn/core": "packages/core",
  "@sojourn/svelte": "packages/svelte",
  "@sojourn/testing": "packages/testing",
  "@types/node": "node_modules/@types/node",
  vitest: "node_modules/vitest",
  ...Object.fromEntries(
    ["@sveltejs/vite-plugin-svelte", "jsdom", "svelte"].map((name) => [
      name,
      `packages/svelte/node_modules/${name}`,
    ]),
  ),
};

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  customConditions: ["@sojourn/source"],
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};

/** What SvelteKit generates beside a route. */
const kitTypes = `
import type { Session } from "@sojourn/svelte";
import type { Snippet } from "svelte";
interface Data { session: Session | null }
export interface LayoutProps { data: Data; children: Snippet }
export type LayoutServerLoad = (event: {
  locals: { auth(): Promise<Session | null> };
}) => Promise<Data>;`;

const wrong = `
<script lang="ts">
  import { useSession } from "@sojourn/svelte";
  const session = useSession();
</script>
{session.data.user?.name}`;

const vitestConfig = `
import { svelte } from "@sveltejs/vite-plugin-svelte";
export default {
  plugins: [svelte({ configFile: false })],
  test: { environment: "jsdom", include: ["*.ts"] },
  resolve: { conditions: ["@sojourn/source", "browser"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
};`;

/** The fenced examples, in files named as their first line says, or after where they are. */
const examples = Array.from(readme.matchAll(/^```(ts|svelte)\n([^]*?)^```$/gm), (match) => {
  const [, ext, code = ""] = match;
  const line = readme.slice(0, match.index).split("\n").length;
  const [, name = `line-${line}.${ext}`] = /^<!-- (\w+\.svelte) -->/.exec(code) ?? [];
  return { name, code };
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

function run(args: string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });
}

beforeAll(() => {
  for (const [name, target] of Object.entries(installed)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link);
  }
  write("package.json", JSON.stringify({ type: "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.svelte"] }));
  write("$types.d.ts", kitTypes);
  write("vitest.config.js", vitestConfig);
  write("wrong.svelte", wrong);
  for (const { name, code } of examples) write(name, code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the examples for Svelte compile, and one with a wrong type would not", async () => {
  expect(examples.length).toBeGreaterThan(8);
  const tool = join(root, "apps/svelte/node_modules/svelte-check/bin/svelte-check");
  const { output } = await run([tool, "--tsconfig", "./tsconfig.json"]);
  expect(output).toContain("'session.data' is possibly 'null' or 'undefined'");
  expect(output).toContain("svelte-check found 1 error and 0 warnings in 1 file");
});

test("the test among the examples for Svelte passes", async () => {
  const suites = examples.filter(({ code }) => code.includes('from "vitest"'));
  expect(suites).toHaveLength(1);
  const files = suites.map(({ name }) => name);
  const { failed, output } = await run(["node_modules/vitest/vitest.mjs", "run", ...files]);
  expect(failed, output).toBe(false);
});

test("links of Svelte's README lead to files that exist", () => {
  const links = readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g);
  const missing = Array.from(links, ([, path = ""]) => path).filter(
    (path) => !existsSync(join(root, "packages/svelte", path)),
  );
  expect(missing).toEqual([]);
});
