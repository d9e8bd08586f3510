import { setIslandSession } from "@sojourn/core";
import { createSession, createTestClient } from "@sojourn/testing";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { useSession } from "../src/index.ts";
import { show } from "./support/show.ts";

const ada = createSession();

function nameOfUser(): () => string {
  const session = useSession();
  return () => session.data?.user?.name ?? "nobody";
}

test("a component without a client shows the session of the page's islands", async () => {
  const client = createTestClient({ session: ada });
  setIslandSession(() => ({ client, rendered: ada }));
  const { text } = show(nameOfUser);
  expect(text()).toBe("Ada Lovelace");
  await client.signOut({ redirect: false });
  flushSync();
  expect(text()).toBe("nobody");
});

test("each island first shows what the server has rendered, whatever is known by then", async () => {
  const client = createTestClient({ session: ada });
  setIslandSession(() => ({ client, rendered: ada }));
  const first = show(nameOfUser);
  await client.signOut({ redirect: false });

  const shown: unknown[] = [];
  const late = show(() => {
    const session = useSession();
    shown.push(session.data?.user?.name);
    return () => session.data?.user?.name ?? "nobody";
  });
  expect(shown).toEqual(["Ada Lovelace"]);
  flushSync();
  expect([first.text(), late.text()]).toEqual(["nobody", "nobody"]);
});
