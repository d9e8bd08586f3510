import type { Model } from "../models/model.ts";

/** In what models are not like servers, and are not meant to be. */
export interface Deviation {
  /** The models that it is about. */
  readonly of: readonly Model["kind"][];
  /** Exchanges by topic and name, or a topic with an asterisk for all of it; default all. */
  readonly exchanges?: readonly string[];
  /** Default all. */
  readonly aspects?: readonly string[];
  readonly reason: string;
}

const all = ["core", "testing", "simulation", "lab"] as const;

/** All of them. One that is not to be found any more fails the suite. */
export const deviations: readonly Deviation[] = [
  {
    of: all,
    exchanges: ["navigations *"],
    reason: "a browser goes there by itself: no client asks, or reads what is answered",
  },
  {
    of: all,
    exchanges: [
      "session / not configured",
      "session / database down",
      "session / update: not configured",
      "session / update: database down",
      "lists / csrf: not configured",
      "lists / providers: not configured",
      "sign-in / not configured",
      "sign-in-elsewhere / provider: not configured",
      "sign-in-elsewhere / mail: database down",
      "sign-out / not configured",
      "sign-out / database down",
    ],
    aspects: ["not modelled"],
    reason: "what goes wrong with a server is said by the test: each model has faults for that",
  },
  {
    of: all,
    exchanges: [
      "sign-in / authorize throws",
      "sign-in / authorize throws a code",
      "sign-in / callback refuses",
      "sign-in / callback sends elsewhere",
    ],
    reason: "its people have the right password or a wrong one; tests of errors write the answer",
  },
  {
    of: all,
    exchanges: [
      "lists / session with another method",
      "lists / log of a client",
      "sign-in-elsewhere / provider: none",
      "sign-in-elsewhere / provider: unknown, and its callback",
    ],
    reason: "our client never asks that; what next-auth's reports of itself is of no interest",
  },
  {
    of: ["core", "simulation", "lab"],
    exchanges: ["sign-in / right password: JSON"],
    reason: "our client, and next-auth's, send forms",
  },
  {
    of: ["core", "testing"],
    exchanges: ["session / forged cookie", "sign-out / forged cookie"],
    aspects: ["not modelled"],
    reason: "it has no cookies: it is the server and the browser's jar in one",
  },
  {
    of: ["core", "testing"],
    exchanges: [
      "session / update: no cookie of the token",
      "sign-in / no cookie of the token",
      "sign-out / no cookie of the token",
    ],
    reason: "it has no cookies, and one token; a test refuses as many tokens as it says",
  },
  {
    of: ["core", "testing"],
    exchanges: [
      "sign-in-elsewhere / mail: no address",
      "sign-in-elsewhere / mail: refused",
      "sign-in-elsewhere / mail: server down",
    ],
    reason: "it sends no mail, so whatever the address is will do",
  },
  {
    of: ["core"],
    exchanges: [
      "lists / unknown endpoint",
      "lists / unknown endpoint: POST",
      "sign-in / another origin",
      "sign-out / another origin",
    ],
    reason: "SvelteKit answers there, before @auth/sveltekit receives it",
  },
  {
    of: ["simulation"],
    exchanges: ["lists / providers", "sign-in-elsewhere *"],
    reason: "people sign in by a password there, and its tabs ask for no list",
  },
  {
    of: ["lab"],
    exchanges: [
      "lists / providers",
      "sign-in-elsewhere / mail",
      "sign-in-elsewhere / mail: asks not",
      "sign-in-elsewhere / mail: wrong token",
      "sign-in-elsewhere / mail: no address",
      "sign-in-elsewhere / mail: refused",
      "sign-in-elsewhere / mail: server down",
    ],
    reason: "it has no mail",
  },
  {
    of: ["simulation", "lab"],
    aspects: ["cookie callback-url", "cookie of a provider"],
    reason: "with these a server talks to itself: nothing that a client sees depends on them",
  },
  {
    of: ["simulation", "lab"],
    exchanges: [
      "session / update: no cookie of the token",
      "sign-in / no cookie of the token",
      "sign-out / no cookie of the token",
    ],
    aspects: ["cookie csrf-token"],
    reason: "next-auth 4 sets the cookie with each answer; a client that needs it asks for a token",
  },
  {
    of: ["lab"],
    aspects: ["is dated"],
    reason: "Node dates what it sends",
  },
];
