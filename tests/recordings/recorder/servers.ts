/** A server that is recorded. */
export interface ServerKind {
  /** Which protocol it speaks: next-auth 4's, or that of Auth.js 5. */
  readonly dialect: "v4" | "v5";
  /** Its start files, a folder in `servers/`. */
  readonly files: string;
  /** What it is made of, to the version. Servers with the same are installed once. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Where Node is to take its `.js` files for modules. */
  readonly type?: "module";
  readonly build?: readonly string[];
  readonly start: readonly string[];
  readonly basePath: string;
  readonly sessions: "jwt" | "database";
}

const next = {
  build: ["next", "build"],
  start: ["next", "start", "-H", "127.0.0.1"],
} as const;
const react = { react: "19.3.1", "react-dom": "19.3.1" };

const nextAuth4 = {
  ...next,
  dialect: "v4",
  files: "next-auth-4",
  dependencies: { "next-auth": "4.24.15", next: "16.4.6", ...react },
  basePath: "/api/auth",
  sessions: "jwt",
} as const;

// Its handlers for the App Router know no later Next.
const old = { "next-auth": "4.22.5", next: "13.5.7", react: "18.3.1", "react-dom": "18.3.1" };

const nextAuth5 = {
  ...next,
  dialect: "v5",
  files: "next-auth-5",
  dependencies: { "next-auth": "5.0.0-beta.32", next: "16.4.6", ...react },
  basePath: "/api/auth",
  sessions: "jwt",
} as const;

const express = {
  dialect: "v5",
  files: "auth-express",
  dependencies: { "@auth/core": "0.41.3", "@auth/express": "0.12.3", express: "5.3.0" },
  type: "module",
  start: ["node", "start.mjs"],
  basePath: "/auth",
  sessions: "jwt",
} as const;

const sveltekit = {
  dialect: "v5",
  files: "auth-sveltekit",
  dependencies: {
    "@auth/core": "0.41.3",
    "@auth/sveltekit": "1.11.3",
    "@sveltejs/adapter-node": "5.5.7",
    "@sveltejs/kit": "2.70.4",
    "@sveltejs/vite-plugin-svelte": "7.3.1",
    svelte: "5.57.3",
    vite: "8.3.8",
  },
  type: "module",
  build: ["vite", "build"],
  start: ["node", "build/index.js"],
  basePath: "/auth",
  sessions: "jwt",
} as const;

/** All of them, by the names of their folders in `recordings/`. */
export const servers = {
  "next-auth-4.22": { ...nextAuth4, dependencies: old },
  "next-auth-4.22-routed": { ...nextAuth4, dependencies: old, basePath: "/routed/api/auth" },
  "next-auth-4.24": nextAuth4,
  "next-auth-4.24-routed": { ...nextAuth4, basePath: "/routed/api/auth" },
  "next-auth-4.24-database": { ...nextAuth4, sessions: "database" },
  "next-auth-5": nextAuth5,
  "next-auth-5-database": { ...nextAuth5, sessions: "database" },
  "auth-express": express,
  "auth-express-database": { ...express, sessions: "database" },
  "auth-sveltekit": sveltekit,
  "auth-sveltekit-database": { ...sveltekit, sessions: "database" },
} satisfies Record<string, ServerKind>;

export type ServerName = keyof typeof servers;
