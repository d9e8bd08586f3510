import { setIslandSession } from "@sojourn/core";
import { createSession, createTestClient } from "@sojourn/testing";
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { useSession } from "../src/index.ts";

const ada = createSession();

test("a component without a provider shows the session of the page's islands", async () => {
  const client = createTestClient({ session: ada });
  const island = { client, rendered: ada };
  setIslandSession(() => island);
  const container = document.createElement("main");
  const Name = () => {
    const session = useSession();
    return <p>{session()?.user?.name ?? "nobody"}</p>;
  };
  onTestFinished(render(() => <Name />, container));
  expect(container.textContent).toBe("Ada Lovelace");
  await client.signOut({ redirect: false });
  expect(container.textContent).toBe("nobody");
  // What one component notes must not reach others.
  expect(island).toEqual({ client, rendered: ada });
});
