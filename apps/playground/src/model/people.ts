import { ada, grace, type Account } from "@sojourn/testing";

/** Who can sign in, by the names of the actions. */
export const people: Record<"ada" | "grace", Account> = { ada, grace };

const ADA = "Ada Lovelace";
const COUNTESS = "Countess Lovelace";
const GRACE = "Grace Hopper";
const ADMIRAL = "Admiral Hopper";

/** The other name of a user: what "update" changes the name to, and back. */
export function otherName(name: string | null): string {
  if (name === GRACE) return ADMIRAL;
  if (name === ADMIRAL) return GRACE;
  return name === COUNTESS ? ADA : COUNTESS;
}
