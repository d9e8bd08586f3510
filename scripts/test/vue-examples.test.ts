import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { commonOptions, createExampleFolder } from "./example-folder.ts";

const folder = createExampleFolder("vue", {
  "@auth/core": "examples/shared/node_modules/@auth/core",
  "@sojourn/core": "packages/core",
  "@sojourn/devtools": "packages/devtools",
  "@sojourn/nuxt": "packages/nuxt",
  "@sojourn/vue": "packages/vue",
  "@sojourn/webauthn": "packages/webauthn",
  "@types/node": "node_modules/@types/node",
  h3: "packages/nuxt/node_modules/h3",
  vue: "packages/vue/node_modules/vue",
});
afterAll(() => folder.remove());

const compilerOptions = {
  ...commonOptions,
  jsx: "preserve",
};

/** What Nuxt and its server import by themselves. */
const nuxtTypes = `
import type { SojournOptions, useSession as use, useSessionClient as useClient } from "@sojourn/vue";
import type { App, Ref, reactive as toReactive, ref as toRef } from "vue";
interface NuxtApp {
  vueApp: App;
  hook(name: "sojourn:options", hook: (options: SojournOptions) => void): void;
  hook(name: "app:mounted", hook: () => Promise<void>): void;
  runWithContext<T>(run: () => T): Promise<T>;
}
type Plugin = (nuxtApp: NuxtApp) => Promise<void> | void;
interface Config {
  modules: string[];
  sojourn?: import("@sojourn/nuxt").ModuleOptions;
  auth?: object;
  routeRules?: Record<string, { appMiddleware: Record<string, boolean> }>;
  hooks?: { "app:resolve"(app: { plugins: { src: string }[] }): void };
}
declare global {
  interface ImportMeta { server: boolean; client: boolean; prerender: boolean }
  const reactive: typeof toReactive;
  const ref: typeof toRef;
  const useSession: typeof use;
  const useSessionClient: typeof useClient;
  function createError(error: { statusCode: number }): Error;
  function defineEventHandler(handle: (event: object) => Promise<unknown>): object;
  function defineNuxtConfig(config: Config): object;
  function defineNuxtPlugin(plugin: Plugin | { enforce: "pre"; setup: Plugin }): object;
  function defineNuxtRouteMiddleware(middleware: () => Promise<unknown>): object;
  function definePageMeta(meta: { middleware: "auth" | "guest" }): void;
  function getServerSession(event: object): Promise<Awaited<ReturnType<ReturnType<typeof useClient>["getSession"]>> | undefined>;
  function navigateTo(to: string): Promise<void>;
  function toWebRequest(event: object): Request;
  function useCallbackUrl(): string;
  function useFetch(path: string): Promise<{ data: Ref<string[]> }>;
  function refreshNuxtData(keys?: string | string[]): Promise<void>;
  function useState<T>(key: string): Ref<T>;
  function useRequestEvent(): import("h3").H3Event | undefined;
  function useRequestURL(): URL;
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
