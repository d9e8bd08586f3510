import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, runNode } from "./example-folder.ts";
import { fencesOf, pagesWithExamples } from "./fences.ts";

const folder = mkdtempSync(join(tmpdir(), "sojourn-react-router-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const compilerOptions = {
  ...commonOptions,
  jsx: "react-jsx",
  types: ["node", "vite/client"],
  rootDirs: [".", "./.react-router/types"],
};

const wrong = `
import { RouterContextProvider } from "react-router";
import { readerContext } from "./session.server";
const session = await new RouterContextProvider().get(readerContext).read();
console.log(session.user);`;

/** The examples by their files. A later one of the same file gets a name of its own. */
function filesOfExamples(): Map<string, string> {
  const files = new Map<string, string>();
  const fences = pagesWithExamples.flatMap((page) => fencesOf(page, ["ts", "tsx"]));
  for (const { location, code } of fences.filter((it) => it.framework === "react-router")) {
    const [, path = "", extension = ""] = /^\/\/ (\S+?)((?:\.d)?\.tsx?)\n/.exec(code) ?? [];
    if (!path) throw new Error(`${location} does not begin with the name of its file.`);
    const isTaken = files.has(path + extension) || path === "app/routes";
    files.set(
      isTaken ? `${path}-${location.replaceAll(/\W/g, "-")}${extension}` : path + extension,
      code,
    );
  }
  return files;
}

/** The types of a route are generated for those that the app has. */
function routesOf(files: string[]): string {
  const routes = files.filter((file) => /^app\/routes\/\w[^.]*\.tsx?$/.test(file));
  const entries = routes.map((file) => ({ path: file, file: file.replace("app/", "") }));
  return `export default ${JSON.stringify(entries.map((it) => ({ ...it, id: it.file })))};`;
}

test("the examples for React Router compile as one app, and one with a wrong type would not", async () => {
  const files = filesOfExamples();
  expect(files.size).toBeGreaterThan(8);
  for (const [file, code] of files) write(file, code);
  symlinkSync(join(root, "examples/react-router/node_modules"), join(folder, "node_modules"));
  write("package.json", JSON.stringify({ type: "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["app", ".react-router"] }));
  write("react-router.config.ts", "export default {};");
  write("app/routes.ts", routesOf([...files.keys()]));
  write("app/wrong.ts", wrong);

  const generated = await runNode(folder, ["node_modules/@react-router/dev/bin.cjs", "typegen"]);
  expect(generated.failed, generated.output).toBe(false);
  const { output } = await runNode(folder, [
    "node_modules/typescript/bin/tsc",
    "--pretty",
    "false",
  ]);
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^app\/wrong\.ts.* TS18049:/)]);
});
