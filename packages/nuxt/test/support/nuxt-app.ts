import type { H3Event } from "h3";
import { vi } from "vitest";
import { createApp } from "vue";

type Hook = (...args: never[]) => unknown;

/** What the code under test sees of Nuxt. */
export function createNuxt() {
  const vueApp = createApp({});
  const hooks = new Map<string, Hook>();
  const afterEach: ((to: object, from: object, failure?: Error) => void)[] = [];
  return {
    vueApp,
    isHydrating: false,
    payload: { serverRendered: true } as Record<string, unknown>,
    hook: (name: string, hook: Hook) => void hooks.set(name, hook),
    hooks: { hookOnce: (name: string, hook: Hook) => void hooks.set(name, hook) },
    callHook: async (name: string, ...args: unknown[]) => hooks.get(name)?.(...(args as never[])),
    runWithContext: <T>(run: () => T) => vueApp.runWithContext(run),
    router: {
      resolve(to: string | { fullPath: string }) {
        const href = typeof to === "string" ? to : to.fullPath;
        return { href, path: new URL(href, "https://app.example").pathname };
      },
      afterEach: (listener: (typeof afterEach)[0]) => void afterEach.push(listener),
      /** A navigation has ended. */
      enter(to: object, failure?: Error) {
        for (const listener of afterEach) listener(to, {}, failure);
      },
    },
    config: {} as Record<string, unknown>,
    event: undefined as H3Event | undefined,
    query: {} as Record<string, unknown>,
    navigateTo: vi.fn<(to: string, options?: object) => string>((to) => `to ${to}`),
    refreshNuxtData: vi.fn<() => void>(),
  };
}

export let nuxt: ReturnType<typeof createNuxt> = createNuxt();

/** Begins another app, in the browser or on a server. */
export function startNuxt(where: "client" | "server", config: Record<string, unknown> = {}) {
  vi.stubGlobal("isClient", where === "client");
  nuxt = createNuxt();
  nuxt.config = config;
  return nuxt;
}

export const defineNuxtPlugin = (plugin: unknown) => plugin;
export const defineNuxtRouteMiddleware = (middleware: unknown) => middleware;
export const navigateTo = (to: string, options?: object) => nuxt.navigateTo(to, options);
export const refreshNuxtData = () => nuxt.refreshNuxtData();
export const useNuxtApp = () => nuxt;
export const useRequestEvent = () => nuxt.event;
export const useRequestURL = () => new URL("https://app.example/now");
export const useRoute = () => ({ query: nuxt.query });
export const useRouter = () => nuxt.router;
export const useRuntimeConfig = () => ({
  app: { baseURL: "/" },
  public: { sojourn: nuxt.config },
});
