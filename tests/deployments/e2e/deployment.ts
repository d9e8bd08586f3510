import { test as base } from "shared/e2e";
import { type OpenIdProvider, startOpenIdProvider } from "provider-flows/openid-provider";

/** One way to deploy an app and its auth server. */
export interface Deployment {
  /** The address of the app's first page. */
  home: string;
  /** The address of its page for those who are signed in. */
  account: string;
  /** Where the handlers of Auth.js are. */
  authUrl: string;
  stop(): Promise<unknown>;
}

interface DeploymentFixtures {
  openId: OpenIdProvider;
  deployment: Deployment;
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
export function testsIn(start: (env: Record<string, string>) => Promise<Deployment>) {
  return base.extend<object, DeploymentFixtures>({
    openId: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
      async ({}, use) => {
        const openId = await startOpenIdProvider(authPaths);
        await use(openId);
        await openId.close();
      },
      { scope: "worker", timeout },
    ],
    deployment: [
      async ({ openId: { issuer, clientId, clientSecret } }, use) => {
        const deployment = await start({
          OIDC_ISSUER: issuer,
          OIDC_CLIENT_ID: clientId,
          OIDC_CLIENT_SECRET: clientSecret,
        });
        await use(deployment);
        await deployment.stop();
      },
      { scope: "worker", timeout },
    ],
    baseURL: ({ deployment }, use) => use(deployment.home),
    authPath: ({ deployment }, use) => use(new URL(deployment.authUrl).pathname),
  });
}

export type DeploymentTest = ReturnType<typeof testsIn>;
