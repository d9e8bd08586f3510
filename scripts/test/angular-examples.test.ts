import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const app = "examples/angular/node_modules";
const angular = ["common", "core", "platform-browser", "platform-server", "router", "ssr"];

const folder = createExampleFolder("angular", {
  ...Object.fromEntries(angular.map((name) => [`@angular/${name}`, `${app}/@angular/${name}`])),
  "@auth/core": `${app}/@auth/core`,
  "@sojourn/angular": "packages/angular",
  "@sojourn/core": "packages/core",
  "@sojourn/testing": "packages/testing",
  "@types/express": `${app}/@types/express`,
  "@types/node": "node_modules/@types/node",
  vitest: "node_modules/vitest",
});
afterAll(() => folder.remove());

/** What the examples import of the app around them. */
const surroundings: Record<string, string> = {
  "account.ts": `import { Component } from "@angular/core";
@Component({ template: "" }) export class Account {}`,
  "sign-in.ts": `import { Component } from "@angular/core";
@Component({ template: "" }) export class SignIn {}`,
  "auth.ts": `export const answerAuth = async (_: Request): Promise<Response> => new Response();`,
  "app.routes.ts": `export const routes: import("@angular/router").Routes = [];`,
  "app.routes.server.ts": `export const serverRoutes: import("@angular/ssr").ServerRoute[] = [];`,
  "app.config.ts": `export const appConfig: import("@angular/core").ApplicationConfig = { providers: [] };`,
};

const wrong = `
import { Component } from "@angular/core";
import { injectSession } from "@sojourn/angular";
@Component({ template: "{{ session.data().user?.name }}" })
export class Wrong { readonly session = injectSession(); }`;

/** Compiles files as one program, with their templates. Returns what Angular's compiler says. */
async function compile(name: string, files: string[]): Promise<string> {
  const compilerOptions = {
    ...commonOptions,
    noEmit: false,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    experimentalDecorators: true,
    outDir: "compiled",
  };
  const angularCompilerOptions = { strictTemplates: true };
  folder.write(`${name}.json`, JSON.stringify({ compilerOptions, angularCompilerOptions, files }));
  const tool = join(root, app, "@angular/compiler-cli/bundles/src/bin/ngc.js");
  const { output } = await folder.run([tool, "-p", `${name}.json`]);
  return stripVTControlCharacters(output).trim();
}

test("the components and their templates compile, and one with a wrong type would not", async () => {
  expect(folder.examples.length).toBeGreaterThan(10);
  for (const [file, text] of Object.entries(surroundings)) folder.write(file, text);
  folder.write("wrong.ts", wrong);
  // All of them are in one folder here.
  for (const { file, code } of folder.examples)
    folder.write(file, code.replace("../auth", "./auth"));

  const isAlone = ({ code }: { code: string }): boolean => code.includes("declare module");
  const alone = folder.examples.filter(isAlone).map(({ file }) => file);
  const together = folder.examples.filter((it) => !isAlone(it)).map(({ file }) => file);
  const [shared, augmented] = await Promise.all([
    compile("shared", [...together, ...Object.keys(surroundings), "wrong.ts"]),
    compile("augmented", alone),
  ]);
  expect(shared.match(/^\S+ - error .*/gm)).toEqual([
    expect.stringMatching(/^wrong\.ts:.* TS2533:/),
  ]);
  expect(augmented).toBe("");
});
