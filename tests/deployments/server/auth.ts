import type { ExpressAuthConfig } from "@auth/express";
import Credentials from "@auth/express/providers/credentials";
import { providerFlows } from "shared/provider-flows";
import { findUser } from "shared/users";
import { appOrigins, isCrossSite } from "./settings.ts";

const cookieNames = [
  "sessionToken",
  "callbackUrl",
  "csrfToken",
  "pkceCodeVerifier",
  "state",
  "nonce",
] as const;

/** What cookies have to say so that browsers take them in the pages of another site, each site for itself. */
const crossSite = { sameSite: "none", secure: true, partitioned: true } as const;

/** Cookies with names of their own, for servers on one host: cookies know no ports, and here no paths. */
function cookiesOf(server: string): ExpressAuthConfig["cookies"] {
  const options = isCrossSite ? crossSite : {};
  return Object.fromEntries(
    cookieNames.map((name) => [name, { name: `${server}.${name}`, options }]),
  );
}

/** An Auth.js server that shares its host with others. */
export function configure(server: string): ExpressAuthConfig {
  return {
    // It is reached by addresses that only the requests know.
    trustHost: true,
    cookies: cookiesOf(server),
    providers: [
      Credentials({
        name: "your demo account",
        credentials: { username: { label: "Username" }, password: { type: "password" } },
        authorize: ({ username, password }) => findUser(username, password) ?? null,
      }),
      ...providerFlows,
    ],
    callbacks: {
      // By default Auth.js leads nobody to another origin than its own.
      redirect({ url, baseUrl }) {
        const target = URL.parse(url, baseUrl);
        const isKnown = target && [baseUrl, ...appOrigins].includes(target.origin);
        return isKnown ? target.href : (appOrigins[0] ?? baseUrl);
      },
      jwt({ token, trigger, session }) {
        if (trigger === "update" && session?.name === "Countess Ada") token.name = session.name;
        return token;
      },
    },
  };
}
