import {
  existsSync,
  globSync,
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
import { anchorLinksOf, anchorsOf } from "./anchors.ts";
import { root } from "../packages.ts";
import { commonOptions, runNode } from "./example-folder.ts";
import { fencesOf, pagesWithExamples, type Fence } from "./fences.ts";

/** Those whose links and commands are looked at. The site's own tests see to the links of its pages. */
const pages = globSync(
  ["*.md", "bench/*.md", "docs/**/*.md", "{apps,examples,packages,tests}/*/*.md"],
  { cwd: root },
);

const packages = ["core", "devtools", "query", "react", "testing", "vue", "webauthn"];

/** What else the examples import, by where it is installed. */
const dependencies = {
  "packages/react": [
    ...["react", "next", "next-auth", "@testing-library/react", "@types/react", "@types/node"],
    ...["jsdom", "msw", "react-router", "vitest", "zod", "@tanstack/react-router"],
  ],
  "examples/vanilla": ["vite"],
  "packages/query": ["@tanstack/query-core", "@tanstack/react-query", "swr"],
  "packages/devtools": ["@tanstack/devtools", "@tanstack/devtools-event-client"],
  "packages/vue": ["vue"],
  "examples/shared": ["@auth/core"],
  "tests/deployments": ["@auth/express", "cors", "express", "@types/cors", "@types/express"],
  ".": ["@playwright/test", "@preact/signals", "preact", "preact-render-to-string"],
};

/** What the examples import, and where it is. */
const installed: Record<string, string> = Object.fromEntries([
  ...packages.map((name) => [`@sojourn/${name}`, `packages/${name}`]),
  ...Object.entries(dependencies).flatMap(([folder, names]) =>
    names.map((name) => [name, `${folder}/node_modules/${name}`]),
  ),
]);

const compilerOptions = {
  ...commonOptions,
  moduleDetection: "force",
  jsx: "react-jsx",
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
};

interface Example {
  location: string;
  file: string;
  code: string;
  /** Whether its `next-auth` is version 5. */
  isForNextAuth5: boolean;
}

/** What the app around an example has. */
const surroundings = `
declare module "@/auth" {
  type NextAuth = import("next-auth").NextAuthResult;
  export const auth: NextAuth["auth"];
  export const handlers: NextAuth["handlers"];
}
declare module "@vitejs/plugin-react" {
  const react: () => import("vite").Plugin;
  export default react;
}`;

const read = (readme: string): string => readFileSync(join(root, readme), "utf8");

/** An example in a file with as many empty lines before it as keep its line numbers. */
function toExample({ location, line, language, flags, code }: Fence): Example {
  const file = `${location.replaceAll(/\W/g, "-")}.${language}`;
  return { location, file, code: "\n".repeat(line) + code, isForNextAuth5: flags.includes("v5") };
}

/** Those that React's compiler options fit. The other frameworks have tests of their own. */
const examples = pagesWithExamples
  .flatMap((page) => fencesOf(page, ["ts", "tsx"]))
  .filter(({ framework }) => framework === "react")
  .map(toExample);
const runnable = examples.filter(({ code }) => code.includes('"@sojourn/core/memory"'));

/** Those that are tests of their own; what is only declared cannot be run. */
const suites = examples.filter(
  ({ code }) => code.includes('from "vitest"') && !code.includes("declare const"),
);
const vitestConfig = {
  test: { environment: "jsdom", include: ["*.{ts,tsx}"] },
  resolve: { conditions: ["@sojourn/source"] },
  ssr: { resolve: { conditions: ["@sojourn/source"] } },
};

const folder = mkdtempSync(join(tmpdir(), "sojourn-readme-"));
const complaints = new Map<string, string[]>();

const run = (args: string[]) => runNode(folder, args);

/** Type-checks files as one program, for what one of them declares for all modules holds in it. */
async function typecheck(files: string[], options: object = {}): Promise<void> {
  const project = `tsconfig.${files[0]}.json`;
  writeFileSync(
    join(folder, project),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, ...options },
      files: [...files, "surroundings.d.ts"],
    }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { failed, output } = await run([tsc, "-p", project, "--pretty", "false"]);
  const lines = output.split("\n").filter(Boolean);
  for (const file of files) {
    complaints.set(
      file,
      lines.filter((it) => it.startsWith(`${file}(`)),
    );
  }
  // What is said of no example, as of the compiler's options, concerns all of them.
  const rest = lines.filter((it) => !files.some((file) => it.startsWith(`${file}(`)));
  if (failed && rest.length) throw new Error(rest.join("\n"));
}

beforeAll(async () => {
  for (const [name, target] of Object.entries(installed)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "vitest.config.js"), `export default ${JSON.stringify(vitestConfig)}`);
  for (const { file, code } of examples) writeFileSync(join(folder, file), code);

  writeFileSync(join(folder, "surroundings.d.ts"), surroundings);

  const isAlone = ({ code }: Example): boolean => code.includes("declare module");
  const alone = examples.filter(isAlone).map(({ file }) => [file]);
  const shared = examples.filter((it) => !isAlone(it) && !it.isForNextAuth5);
  const newer = examples.filter((it) => it.isForNextAuth5);
  const next5 = join(root, "packages/react/node_modules/next-auth5");
  const paths = { "next-auth": [`${next5}/index.d.ts`], "next-auth/*": [`${next5}/*.d.ts`] };
  await Promise.all([
    ...[shared.map(({ file }) => file), ...alone].map((files) => typecheck(files)),
    typecheck(
      newer.map(({ file }) => file),
      { paths },
    ),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(pagesWithExamples.filter((it) => /^(README|packages\/.*README)/.test(it)))(
  "%s has an example",
  (page) => {
    expect(fencesOf(page, ["json", "sh", "svelte", "ts", "tsx"]).length).toBeGreaterThan(0);
  },
);

test.each(examples)("the example at $location compiles", ({ file }) => {
  expect(complaints.get(file)).toEqual([]);
});

test.each(runnable)("the example at $location runs", async ({ file }) => {
  expect(await run(["--conditions=@sojourn/source", file])).toEqual({ failed: false, output: "" });
});

test.each(suites)("the tests in the example at $location pass", async ({ file }) => {
  const { failed, output } = await run(["node_modules/vitest/vitest.mjs", "run", file]);
  expect(failed, output).toBe(false);
});

test.each(pages)("%s names tasks that turbo knows", (readme) => {
  // `pnpm turbo` is a script of the root, and ends in `turbo run`.
  const { tasks } = JSON.parse(readFileSync(join(root, "turbo.json"), "utf8"));
  const named = Array.from(read(readme).matchAll(/pnpm turbo (\w+)/g), ([, task]) => task);
  expect(Object.keys(tasks)).toEqual(expect.arrayContaining(named));
});

/** The links of a page to files of the repository, as text and file. */
function linksOf(page: string): { text: string; file: string }[] {
  const links = read(page).matchAll(/\[([^\]]*)\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g);
  return Array.from(links, ([, text = "", path = ""]) => {
    return { text, file: join(dirname(page), path) };
  });
}

test.each(pages)("%s links to files that exist", (page) => {
  const missing = linksOf(page).filter(({ file }) => !existsSync(join(root, file)));
  expect(missing).toEqual([]);
});

test.each(pages)("%s links to headings that exist", (readme) => {
  const missing = anchorLinksOf(read(readme)).filter(({ path, anchor }) => {
    const target = path === "" ? readme : join(dirname(readme), path);
    // GitHub's own, of lines of code.
    if (!target.endsWith(".md")) return !/^L\d+/.test(anchor);
    return !anchorsOf(read(target)).has(anchor);
  });
  expect(missing).toEqual([]);
});

test.each(pages)("%s names functions and types where they are", (page) => {
  const misnamed = linksOf(page).filter(({ text, file }) => {
    const [, name] = /^`([A-Za-z]\w*)`$/.exec(text) ?? [];
    return name && file.endsWith(".ts") && !new RegExp(`\\b${name}\\b`).test(read(file));
  });
  expect(misnamed).toEqual([]);
});
