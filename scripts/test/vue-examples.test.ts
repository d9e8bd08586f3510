import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const folder = createExampleFolder("vue", {
  "@auth/core": "examples/shared/node_modules/@auth/core",
  "@sojourn/core": "packages/core",
  "@sojourn/vue": "packages/vue",
  "@sojourn/webauthn": "packages/webauthn",
  "@types/node": "node_modules/@types/node",
  vue: "packages/vue/node_modules/vue",
});
afterAll(() => folder.remove());

const compilerOptions = {
  ...commonOptions,
  jsx: "preserve",
};

/** What Nuxt and its server import by themselves. */
const nuxtTypes = `
import type { App, Ref } from "vue";
declare global {
  interface ImportMeta { server: boolean }
  function defineEventHandler(handle: (event: object) => Promise<Response>): object;
  function toWebRequest(event: object): Request;
  function defineNuxtPlugin(plugin: (nuxtApp: { vueApp: App }) => Promise<void>): object;
  function refreshNuxtData(keys?: string | string[]): Promise<void>;
  function useState<T>(key: string): Ref<T>;
  function useRequestHeaders(names: string[]): Record<string, string>;
}`;

const wrong = `
<script setup lang="ts">
import { useSession } from "@sojourn/vue";
const { data } = useSession();
</script>
<template>{{ data.user?.name }}</template>`;

test("the single-file components compile, and one with a wrong type would not", async () => {
  expect(folder.examples.length).toBeGreaterThan(3);
  folder.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts", "*.vue"] }));
  folder.write("nuxt.d.ts", nuxtTypes);
  folder.write("App.vue", "<template>App</template>");
  folder.write("wrong.vue", wrong);
  // Of the app, which has the TypeScript that it needs.
  const tool = join(root, "examples/vue/node_modules/vue-tsc/bin/vue-tsc.js");
  const { output } = await folder.run([tool, "--pretty", "false"]);
  expect(output.trim().split("\n")).toEqual([expect.stringMatching(/^wrong\.vue.* TS18049:/)]);
});
