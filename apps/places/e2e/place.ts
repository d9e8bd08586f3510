import { test as base } from "common/e2e";
import { type OpenIdProvider, startOpenIdProvider } from "doors/openid-provider";

/** Somewhere that an app and its auth server can be. */
export interface Place {
  /** The address of the app's first page. */
  home: string;
  /** The address of its page for those who are signed in. */
  account: string;
  /** Where the handlers of Auth.js are. */
  authUrl: string;
  stop(): Promise<unknown>;
}

interface PlaceFixtures {
  openId: OpenIdProvider;
  place: Place;
}

const authPaths = [
  "/shop/api/auth",
  "/shop/v5/api/auth",
  "/custom-route/api/auth",
  "/auth",
  "/staff/auth",
];

/** Servers take their time to start on a busy machine. */
const timeout = 120_000;

/** @param start is given what tells an app's server of the OpenID provider */
export function testsIn(start: (env: Record<string, string>) => Promise<Place>) {
  return base.extend<object, PlaceFixtures>({
    openId: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
      async ({}, use) => {
        const openId = await startOpenIdProvider(authPaths);
        await use(openId);
        await openId.close();
      },
      { scope: "worker", timeout },
    ],
    place: [
      async ({ openId: { issuer, clientId, clientSecret } }, use) => {
        const place = await start({
          OIDC_ISSUER: issuer,
          OIDC_CLIENT_ID: clientId,
          OIDC_CLIENT_SECRET: clientSecret,
        });
        await use(place);
        await place.stop();
      },
      { scope: "worker", timeout },
    ],
    baseURL: ({ place }, use) => use(place.home),
    authPath: ({ place }, use) => use(new URL(place.authUrl).pathname),
  });
}

export type PlaceTest = ReturnType<typeof testsIn>;
