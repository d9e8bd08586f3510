import type { Exchange } from "../../exchanges/exchange.ts";

/** What the client has to make of some answers, whichever server has given them. */
export interface Law {
  readonly what: string;
  isAbout(exchange: Exchange): boolean;
  readonly expected: RegExp;
  /** Where it does not hold, as `server / topic / name`, with what the client reads there, and why. */
  readonly except?: { readonly where: RegExp; readonly reading: RegExp; readonly reason: string };
}

/** All of them. An exception that is not to be found any more fails the suite. */
export const laws: readonly Law[] = [
  {
    what: "a refused token is known for what it is",
    isAbout: ({ token = "right" }) => token !== "right",
    expected: /^throws CsrfError/,
  },
  {
    what: "a server that is not configured says nothing about anybody",
    isAbout: ({ server }) => server === "not configured",
    expected: /^throws SessionFetchError, code http$/,
  },
  {
    what: "a database that is down signs nobody out",
    isAbout: ({ server, request }) => server === "database down" && request.endsWith(" session"),
    expected: /^(ada|Countess) is signed in/,
    except: {
      where: /-database \/ session \/ (update: )?database down$/,
      reading: /^nobody is signed in$/,
      reason: "all of these servers answer 200 and that nobody is: there is nothing to know it by",
    },
  },
  {
    what: "a wrong password is no success",
    isAbout: ({ fields }) => fields?.["password"] === "wrong",
    expected: /^error CredentialsSignin\b/,
  },
  {
    what: "no answer leads to another origin but that of a provider",
    isAbout: ({ fields, request }) =>
      String(fields?.["callbackUrl"]).includes("evil") && !request.includes("github"),
    expected: /^ok, and leads to \/$/,
  },
];
