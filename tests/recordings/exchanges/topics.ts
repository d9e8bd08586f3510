import type { Exchanges } from "./exchange.ts";
import { lists } from "./lists.ts";
import { navigations } from "./navigations.ts";
import { session } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { signInElsewhere } from "./sign-in-elsewhere.ts";
import { signOut } from "./sign-out.ts";

/** What every server is asked, by the names of the files in which its answers are. */
export const topics = {
  session,
  lists,
  "sign-in": signIn,
  "sign-in-elsewhere": signInElsewhere,
  "sign-out": signOut,
  navigations,
} satisfies Record<string, Exchanges>;

export type Topic = keyof typeof topics;
