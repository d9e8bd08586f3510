import { type Database, startDatabase } from "./database.ts";
import { type Mailbox, startMailbox } from "./mailbox.ts";
import { type OpenIdProvider, startOpenIdProvider } from "./openid-provider.ts";

interface Servers {
  openId: OpenIdProvider;
  mailbox: Mailbox;
  database: Database;
}

/** All that an app needs besides itself, so that every provider flow can be gone through. */
export async function startServers(): Promise<Servers & { close(): Promise<void> }> {
  const [openId, mailbox, database] = await Promise.all([
    startOpenIdProvider(),
    startMailbox(),
    startDatabase(),
  ]);
  return {
    openId,
    mailbox,
    database,
    async close() {
      await Promise.all([openId.close(), mailbox.close(), database.close()]);
    },
  };
}

/** What tells an app's server of them. */
export function providerFlowsEnvironment({
  openId,
  mailbox,
  database,
}: Servers): Record<string, string> {
  return {
    OIDC_ISSUER: openId.issuer,
    OIDC_CLIENT_ID: openId.clientId,
    OIDC_CLIENT_SECRET: openId.clientSecret,
    EMAIL_SERVER: mailbox.smtpUrl,
    EMAIL_FROM: "Sojourn <no-reply@example.com>",
    DATABASE_URL: database.url,
  };
}
