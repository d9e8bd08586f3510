import { startOpenIdProvider, type OpenIdProvider } from "provider-flows/openid-provider";
import { serveApp, test as base } from "shared/e2e";
import { app } from "./app.ts";

interface OpenId {
  openId: OpenIdProvider;
  /** The address of the app, with the OpenID provider and without a database. */
  openIdUrl: string;
}

export const test = base.extend<object, OpenId>({
  openId: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
    async ({}, use) => {
      const openId = await startOpenIdProvider(["/auth"]);
      await use(openId);
      await openId.close();
    },
    { scope: "worker" },
  ],
  openIdUrl: [
    async ({ openId }, use) => {
      const { issuer, clientId, clientSecret } = openId;
      const env = {
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
      };
      const { url, stop } = await serveApp({ ...app, env });
      await use(url);
      await stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ openIdUrl }, use) => use(openIdUrl),
});
