import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, runNode } from "./example-folder.ts";
import { fencesOf, pagesWithExamples } from "./fences.ts";

const folder = mkdtempSync(join(tmpdir(), "sojourn-tanstack-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const compilerOptions = { ...commonOptions, jsx: "react-jsx", types: ["node", "vite/client"] };

/** What Start's plugin for Vite adds to the tree of routes. */
const routeTreeFileFooter = [
  'import type { getRouter } from "./router";',
  'import type { startInstance } from "./start";',
  'declare module "@tanstack/react-start" {',
  "  interface Register {",
  "    ssr: true;",
  "    router: Awaited<ReturnType<typeof getRouter>>;",
  "    config: Awaited<ReturnType<typeof startInstance.getOptions>>;",
  "  }",
  "}",
];

const wrong = `
import { loadSession } from "./session";
import { createSessionClient } from "@sojourn/core";
const session = await loadSession(createSessionClient());
console.log(session.user);`;

/** The examples by their files. A later one of the same file is no route, but is compiled, too. */
function filesOfExamples(): Map<string, string> {
  const files = new Map<string, string>();
  const fences = pagesWithExamples.flatMap((page) => fencesOf(page, ["ts", "tsx"]));
  for (const { location, code } of fences.filter((it) => it.framework === "tanstack-start")) {
    const [, file = ""] = /^\/\/ (\S+\.tsx?)\n/.exec(code) ?? [];
    if (!file) throw new Error(`${location} does not begin with the name of its file.`);
    const another = join(dirname(file), `-${location.replaceAll(/\W/g, "-")}.tsx`);
    files.set(files.has(file) ? another : file, code);
  }
  return files;
}

test("the examples for TanStack Start compile as one app, and one with a wrong type would not", async () => {
  const files = filesOfExamples();
  expect(files.size).toBeGreaterThan(10);
  for (const [file, code] of files) write(file, code);
  symlinkSync(join(root, "examples/tanstack-start/node_modules"), join(folder, "node_modules"));
  write("package.json", JSON.stringify({ type: "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  write("tsr.config.json", JSON.stringify({ routeTreeFileFooter }));
  write("src/wrong.ts", wrong);

  const tsr = "node_modules/@tanstack/router-cli/bin/tsr.cjs";
  const generated = await runNode(folder, [tsr, "generate"]);
  expect(generated.failed, generated.output).toBe(false);
  const tsc = "node_modules/typescript/bin/tsc";
  const { output } = await runNode(folder, [tsc, "--pretty", "false"]);
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^src\/wrong\.ts.* TS18049:/)]);
});
