/** What is measured side by side, by the name under which the tables show it. */
export type ClientName =
  | "Sojourn"
  | "next-auth 4"
  | "next-auth 5"
  | "better-auth"
  | "TanStack hook"
  | "SWR hook";

/** A client, and how its users import it. */
export interface Client {
  name: ClientName;
  /** A module with provider, hook, sign-in and sign-out, and nothing else. */
  source: string;
  /** The page of `pages/` that runs it. */
  page: string;
  /** The server that it is made for; Sojourn and the hooks speak to both versions of Auth.js. */
  server: "v4" | "v5" | "better-auth";
}

const names = "{ SessionProvider, useSession, signIn, signOut }";

export const clients: readonly Client[] = [
  {
    name: "Sojourn",
    source: `export ${names} from "@sojourn/react";`,
    page: "sojourn",
    server: "v5",
  },
  {
    name: "next-auth 4",
    source: `export ${names} from "next-auth/react";`,
    page: "next-auth-4",
    server: "v4",
  },
  {
    name: "next-auth 5",
    source: `export ${names} from "next-auth5/react";`,
    page: "next-auth-5",
    server: "v5",
  },
  {
    name: "better-auth",
    source: `import { createAuthClient } from "better-auth/react";
      export const { useSession, signIn, signOut } = createAuthClient();`,
    page: "better-auth",
    server: "better-auth",
  },
  {
    name: "TanStack hook",
    source: `export ${names} from "./pages/hooks/tanstack.tsx";`,
    page: "tanstack",
    server: "v5",
  },
  {
    name: "SWR hook",
    source: `export ${names} from "./pages/hooks/swr.tsx";`,
    page: "swr",
    server: "v5",
  },
];
