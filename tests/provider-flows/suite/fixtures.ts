import { BRIEF_MAX_AGE_MS, serveApp, test as base } from "shared/e2e";
import { type Database, startDatabase } from "../servers/database.ts";
import { type Mailbox, startMailbox } from "../servers/mailbox.ts";
import { type OpenIdProvider, startOpenIdProvider } from "../servers/openid-provider.ts";
import { providerFlowsEnvironment } from "../servers/start-servers.ts";
import type { App } from "./app.ts";
import { type Dialect, dialects } from "./dialects.ts";

interface WorkerFixtures {
  app: App;
  dialect: Dialect;
  openId: OpenIdProvider;
  mailbox: Mailbox;
  database: Database;
  /** What tells an app's server of these three. */
  env: Record<string, string>;
  /** The addresses of the app, once for each way of keeping sessions. */
  jwtUrl: string;
  databaseUrl: string;
  /** The same as `jwtUrl`, with a page for those who are new. */
  newUserUrl: string;
  /** The same, with sessions of a few seconds. */
  briefUrl: string;
}

/** A machine that is busy takes its time to start a database. */
const timeout = 120_000;

/** Tests of one app; the servers start when the first test needs them, and stop with the last. */
export function testsOf(app: App) {
  const all = base.extend<{ emptyDatabase: void }, WorkerFixtures>({
    authPath: app.authPath,
    app: [app, { scope: "worker", option: true }],
    dialect: [({ app: { dialect } }, use) => use(dialects[dialect]), { scope: "worker" }],
    openId: lasting(startOpenIdProvider),
    mailbox: lasting(startMailbox),
    database: lasting(startDatabase),
    env: [
      ({ openId, mailbox, database }, use) =>
        use(providerFlowsEnvironment({ openId, mailbox, database })),
      { scope: "worker", timeout },
    ],
    jwtUrl: [({ env }, use) => serveDuring(app, env, use), { scope: "worker", timeout }],
    databaseUrl: [
      ({ env }, use) => serveDuring(app, { ...env, SESSION_STRATEGY: "database" }, use),
      { scope: "worker", timeout },
    ],
    newUserUrl: [
      ({ env }, use) => serveDuring(app, { ...env, NEW_USER_PAGE: "/?welcome" }, use),
      { scope: "worker", timeout },
    ],
    briefUrl: [
      ({ env }, use) =>
        serveDuring(app, { ...env, SESSION_MAX_AGE: String(BRIEF_MAX_AGE_MS / 1000) }, use),
      { scope: "worker", timeout },
    ],
    emptyDatabase: [
      async ({ database }, use) => {
        await database.empty();
        await use();
      },
      { auto: true },
    ],
  });

  return {
    onJwt: all.extend({ baseURL: ({ jwtUrl }, use) => use(jwtUrl) }),
    onDatabase: all.extend({ baseURL: ({ databaseUrl }, use) => use(databaseUrl) }),
    onNewUsers: all.extend({ baseURL: ({ newUserUrl }, use) => use(newUserUrl) }),
    onBriefSessions: all.extend({ baseURL: ({ briefUrl }, use) => use(briefUrl) }),
  };
}

/** A test of an app that keeps its sessions in tokens, or in the database. */
export type ProviderFlowTest = ReturnType<typeof testsOf>["onJwt"];

/** A server that starts when the first test needs it, and stops with the last. */
function lasting<T extends { close(): Promise<void> }>(start: () => Promise<T>) {
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
  const fixture = async ({}, use: (server: T) => Promise<void>) => {
    const server = await start();
    await use(server);
    await server.close();
  };
  return [fixture, { scope: "worker", timeout }] satisfies unknown[] as [
    typeof fixture,
    { scope: "worker"; timeout: number },
  ];
}

async function serveDuring(
  app: App,
  env: Record<string, string>,
  use: (url: string) => Promise<void>,
) {
  const { url, stop } = await serveApp({ ...app, env });
  await use(url);
  await stop();
}
