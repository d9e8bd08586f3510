import type { DefaultTheme } from "vitepress";
import { entries, pageOf } from "../generate/entries.ts";
import { errorTexts } from "../generate/error-codes.ts";

type Group = DefaultTheme.SidebarItem & { text: string; items: DefaultTheme.SidebarItem[] };

/** The groups of pages that are written, in the order of the sidebar and of llms.txt. */
const written: Group[] = [
  {
    text: "Start",
    items: [
      { text: "Getting started", link: "/getting-started" },
      { text: "Why Sojourn", link: "/why" },
      { text: "Comparison", link: "/comparison" },
    ],
  },
  {
    text: "Frameworks",
    items: [
      { text: "React", link: "/frameworks/react" },
      { text: "Vue and Nuxt", link: "/frameworks/vue" },
      { text: "Svelte and SvelteKit", link: "/frameworks/svelte" },
      { text: "Solid and SolidStart", link: "/frameworks/solid" },
      { text: "Angular", link: "/frameworks/angular" },
      { text: "Plain script", link: "/frameworks/script" },
    ],
  },
  {
    text: "Guides",
    items: [
      { text: "Sign-in page", link: "/guides/sign-in-page" },
      { text: "Protecting pages", link: "/guides/protecting-pages" },
      { text: "Roles", link: "/guides/roles" },
      { text: "Server rendering and streaming", link: "/guides/server-rendering" },
      { text: "Refreshing what the server has rendered", link: "/guides/refreshing" },
      { text: "Streaming a session", link: "/guides/streaming" },
      { text: "Server actions", link: "/guides/server-actions" },
      { text: "Updating the session", link: "/guides/updating" },
      { text: "Requests of your own", link: "/guides/own-requests" },
      { text: "Polling and expiry", link: "/guides/polling-and-expiry" },
      { text: "Several tabs", link: "/guides/several-tabs" },
      { text: "Idle log-out", link: "/guides/idle" },
      { text: "Popups", link: "/guides/popups" },
      { text: "Passkeys", link: "/guides/passkeys" },
      { text: "Last provider", link: "/guides/last-provider" },
      { text: "Other paths, origins and proxies", link: "/guides/deployments" },
      { text: "Types", link: "/guides/types" },
      { text: "Validating sessions", link: "/guides/schema" },
      { text: "Query libraries", link: "/guides/query-libraries" },
      { text: "Testing", link: "/guides/testing" },
      { text: "Replacing imports in tests", link: "/guides/mocking" },
      { text: "Embedded pages and extensions", link: "/guides/embedding" },
      { text: "An offline start", link: "/guides/offline" },
      { text: "Browser extensions and web views", link: "/guides/extensions" },
      { text: "Cached and prerendered pages", link: "/guides/caches" },
      { text: "Log-out at the provider, too", link: "/guides/provider-log-out" },
      { text: "Content Security Policy", link: "/guides/csp" },
      { text: "Devtools", link: "/guides/devtools" },
      { text: "Recording a bug", link: "/guides/recording" },
    ],
  },
  {
    text: "Coming from",
    items: [
      { text: "next-auth 4", link: "/coming-from/next-auth-4" },
      { text: "next-auth 5", link: "/coming-from/next-auth-5" },
      { text: "@hono/auth-js/react", link: "/coming-from/hono" },
      { text: "A hand-written hook", link: "/coming-from/hand-written-hook" },
      { text: "The codemod", link: "/coming-from/codemod" },
      { text: "Libraries that import next-auth", link: "/coming-from/libraries" },
    ],
  },
  {
    text: "Concepts",
    items: [
      { text: "The twelve laws", link: "/concepts/laws" },
      { text: "How tabs work together", link: "/concepts/tabs" },
      { text: "Errors", link: "/concepts/errors" },
      { text: "What is stored", link: "/concepts/storage" },
      { text: "Security model", link: "/concepts/security" },
    ],
  },
  {
    text: "Extend",
    items: [
      { text: "Write an adapter", link: "/extend/adapter" },
      { text: "The contract for frameworks", link: "/extend/framework-contract" },
      { text: "Another platform", link: "/extend/environment" },
    ],
  },
  {
    text: "Help",
    items: [
      { text: "Troubleshooting", link: "/troubleshooting" },
      { text: "Questions", link: "/questions" },
      { text: "For agents", link: "/agents" },
      { text: "Error codes", link: "/errors/" },
      { text: "API reference", link: "/reference/" },
      { text: "Changelog", link: "/changelog" },
    ],
  },
];

const errors: Group = {
  text: "Error codes",
  items: Object.keys(errorTexts).map((code) => ({ text: code, link: `/errors/${code}` })),
};

const reference: Group = {
  text: "API reference",
  items: entries.map(({ specifier }) => ({
    text: specifier,
    link: `/reference/${pageOf(specifier)}`,
  })),
};

/** All pages, but for the home page and the two that only list others. */
export const groups: Group[] = [...written, errors, reference];

/** The sidebars by the beginning of the path. */
export const sidebar: DefaultTheme.SidebarMulti = {
  "/errors/": [errors, ...written],
  "/reference/": [reference, ...written],
  "/": written,
};
