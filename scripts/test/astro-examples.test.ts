import { afterAll, expect, test } from "vitest";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const modules = "examples/astro/node_modules";
const folder = createExampleFolder("astro", {
  "@auth/core": `${modules}/@auth/core`,
  "@sojourn/astro": "packages/astro",
  "@sojourn/core": "packages/core",
  "@sojourn/react": "packages/react",
  "@sojourn/vue": "packages/vue",
  "@types/node": "node_modules/@types/node",
  "@types/react": `${modules}/@types/react`,
  astro: `${modules}/astro`,
  react: `${modules}/react`,
  typescript: "node_modules/typescript",
  vue: `${modules}/vue`,
});
afterAll(() => folder.remove());

const compilerOptions = {
  ...commonOptions,
  jsx: "react-jsx",
  types: ["node", "astro/client", "astro/env"],
};

/** What Astro writes for an app with the integration. */
const locals = `declare namespace App {
  interface Locals {
    session: import("@sojourn/core").RegisteredSession | null | undefined;
  }
}
declare module "astro:env/server" {
  export function getSecret(key: string): string | undefined;
}
declare module "virtual:sojourn/client-options" {
  const options: object;
  export default options;
}`;

const wrong = `
import { client } from "@sojourn/astro/client";
export const wrong: number = client;`;

test("the examples for Astro compile, and one with a wrong type would not", async () => {
  expect(folder.examples.length).toBeGreaterThan(3);
  folder.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.tsx"] }));
  folder.write("locals.d.ts", locals);
  folder.write("wrong.ts", wrong);
  const { output } = await folder.run(["node_modules/typescript/bin/tsc", "--pretty", "false"]);
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^wrong\.ts.* TS2322:/)]);
});
