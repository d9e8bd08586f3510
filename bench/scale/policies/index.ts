import type { Policy } from "../user.ts";
import { swr, tanstack } from "./hooks.ts";
import { betterAuth, nextAuth4, nextAuth5 } from "./next-auth.ts";
import { sojourn } from "./sojourn.ts";

/** By the names of the clients. All but Sojourn's are models. */
export const policies: Record<string, Policy> = {
  Sojourn: sojourn,
  "next-auth 4": nextAuth4,
  "next-auth 5": nextAuth5,
  "better-auth": betterAuth,
  "TanStack hook": tanstack,
  "SWR hook": swr,
};
