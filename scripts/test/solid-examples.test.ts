import { afterAll, expect, test } from "vitest";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const modules = "packages/solid/node_modules";
const startModules = "examples/solid-start/node_modules";
const folder = createExampleFolder("solid", {
  "@auth/core": `${startModules}/@auth/core`,
  "@sojourn/core": "packages/core",
  "@sojourn/solid": "packages/solid",
  "@sojourn/testing": "packages/testing",
  "@solidjs/router": `${startModules}/@solidjs/router`,
  "@solidjs/start": `${startModules}/@solidjs/start`,
  "@types/node": "node_modules/@types/node",
  jsdom: `${modules}/jsdom`,
  "solid-js": `${modules}/solid-js`,
  typescript: "node_modules/typescript",
  "vite-plugin-solid": `${modules}/vite-plugin-solid`,
  vitest: "node_modules/vitest",
});
afterAll(() => folder.remove());

const compilerOptions = {
  ...commonOptions,
  moduleDetection: "force",
  jsx: "preserve",
  jsxImportSource: "solid-js",
  exactOptionalPropertyTypes: true,
};

/** What only an app of SolidStart has. */
const appModules = `
declare module "~/auth" {
  type Session = import("@sojourn/solid").Session;
  export const handleAuth: (request: Request) => Promise<Response>;
  export const currentSession: () => Promise<Session | null | undefined>;
}
declare module "~/session" {
  type Session = import("@sojourn/solid").Session;
  export const getSession: () => Promise<Session | null | undefined>;
}
declare module "~/account" {
  interface Account {
    account: { name: string | null | undefined } | undefined;
  }
  export const getAccount: { (path: string): Promise<Account>; key: string };
}`;

const wrong = `
import { useSession } from "@sojourn/solid";
export const Name = () => <p>{useSession()().user?.name}</p>;`;

const vitestConfig = `
import solid from "vite-plugin-solid";
export default {
  plugins: [solid()],
  test: { environment: "jsdom", include: ["*.tsx"] },
  resolve: { conditions: ["@sojourn/source", "browser", "development"] },
  ssr: { resolve: { conditions: ["@sojourn/source", "browser", "development"] } },
};`;

test("the examples for Solid compile, and one with a wrong type would not", async () => {
  expect(folder.examples.length).toBeGreaterThan(6);
  folder.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.tsx"] }));
  folder.write("start.d.ts", appModules);
  folder.write("wrong.tsx", wrong);
  const { output } = await folder.run(["node_modules/typescript/bin/tsc", "--pretty", "false"]);
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^wrong\.tsx.* TS2533:/)]);
});

test("the test among the examples for Solid passes", async () => {
  const { count, failed, output } = await folder.runSuites(vitestConfig);
  expect(count).toBe(1);
  expect(failed, output).toBe(false);
});
