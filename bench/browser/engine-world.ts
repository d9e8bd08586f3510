import { countReads } from "../../tests/lab/engines/count-reads.ts";
import type { EngineBrowser, Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { nextHost } from "../../tests/lab/engines/next-host.ts";
import { openTabs } from "../../tests/lab/engines/open-tabs.ts";
import { signInByHand } from "../../tests/lab/engines/sign-in-by-hand.ts";
import { users } from "../../tests/lab/server/users.ts";
import type { Client } from "../clients.ts";
import { startClientServer } from "./client-server.ts";
import type { TabWorld } from "./tab-world.ts";

/** A world in an engine that is driven as the lab does it. */
export interface EngineWorld extends TabWorld {
  close(): Promise<void>;
}

/** Opens a client's world in a browser that other worlds may share. */
export async function openEngineWorld(
  browser: EngineBrowser,
  client: Client,
): Promise<EngineWorld> {
  const server = await startClientServer(client, nextHost());
  const group = await browser.openGroup();
  const plain = await group.open(`${server.url}/plain`);
  const open = (path: string): Promise<Tab> => group.open(server.url + path);
  const signIn = client.server === "better-auth" ? signInToBetterAuth : signInByHand;

  return {
    name: client.name,
    path: `/${client.page}`,
    server,
    open,
    openTabs: (count, path) => openTabs(count, () => open(path)),
    async signInBehindTheScenes(username) {
      const user = users[username];
      if (!user) throw new Error(`There is no user "${username}".`);
      const { email, password } = user;
      const status = await plain.evaluate(signIn, { username, email, password });
      if (status !== 200) throw new Error(`${username} was not let in: ${status}`);
    },
    countReads: (action) => countReads(server, action),
    async close() {
      await group.close();
      await server.close();
    },
  };
}

/** Runs in a page. */
async function signInToBetterAuth({ email, password }: Record<string, string>): Promise<number> {
  const { status } = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return status;
}
