import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const modules = "packages/svelte/node_modules";
const kitModules = "examples/sveltekit/node_modules";
const folder = createExampleFolder("svelte", {
  "@auth/core": "examples/shared/node_modules/@auth/core",
  "@auth/sveltekit": `${kitModules}/@auth/sveltekit`,
  "@sojourn/astro": "packages/astro",
  "@sojourn/core": "packages/core",
  "@sojourn/svelte": "packages/svelte",
  "@sojourn/testing": "packages/testing",
  "@sveltejs/kit": `${kitModules}/@sveltejs/kit`,
  "@sveltejs/vite-plugin-svelte": `${modules}/@sveltejs/vite-plugin-svelte`,
  "@types/node": "node_modules/@types/node",
  jsdom: `${modules}/jsdom`,
  svelte: `${modules}/svelte`,
  vitest: "node_modules/vitest",
});
afterAll(() => folder.remove());

const compilerOptions = {
  ...commonOptions,
  verbatimModuleSyntax: true,
};

/** What SvelteKit generates beside a route. */
const kitTypes = `
import type { RegisteredSession } from "@sojourn/svelte";
import type { Action, RequestHandler as Handler, ServerLoad } from "@sveltejs/kit";
import type { Snippet } from "svelte";
type Rendered = RegisteredSession | null | undefined;
export interface LayoutProps { data: { session: Rendered }; children: Snippet }
export interface PageProps { data: object; form: { message?: string } | null }
export type LayoutServerLoad = ServerLoad<{}, {}, { session: Rendered | Promise<Rendered> }>;
export type PageServerLoad = ServerLoad;
export type Actions = Record<string, Action>;
export type RequestHandler = Handler;`;

/** The app's own, of the first example, and what the integration for Astro generates. */
const appModules = `
declare module "$lib/server/auth" {
  type Auth = ReturnType<typeof import("@auth/sveltekit").SvelteKitAuth>;
  export const handle: Auth["handle"];
  export const signIn: Auth["signIn"];
  export const signOut: Auth["signOut"];
}
declare module "virtual:sojourn/client-options" {
  const options: object;
  export default options;
}`;

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

test("the examples for Svelte compile, and one with a wrong type would not", async () => {
  expect(folder.examples.length).toBeGreaterThan(8);
  folder.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.svelte"] }));
  folder.write("$types.d.ts", kitTypes);
  folder.write("app.d.ts", appModules);
  folder.write("wrong.svelte", wrong);
  // Of the app, which has the TypeScript that it needs.
  const tool = join(root, "examples/svelte/node_modules/svelte-check/bin/svelte-check");
  const { output } = await folder.run([tool, "--tsconfig", "./tsconfig.json"]);
  expect(output).toContain("'session.data' is possibly 'null' or 'undefined'");
  expect(output).toContain("svelte-check found 1 error and 0 warnings in 1 file");
});

test("the test among the examples for Svelte passes", async () => {
  const { count, failed, output } = await folder.runSuites(vitestConfig);
  expect(count).toBe(1);
  expect(failed, output).toBe(false);
});
