import { setIslandSession } from "@sojourn/core";
import { createSession, createTestClient } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { createApp, createSSRApp, h, nextTick } from "vue";
import { useSession } from "../src/index.ts";

const ada = createSession();

const Name = {
  setup() {
    const { data } = useSession();
    return () => h("p", data.value?.user?.name ?? "nobody");
  },
};

test("a component without the plugin shows the session of the page's islands", async () => {
  const client = createTestClient({ session: ada });
  setIslandSession(() => ({ client, rendered: ada }));
  const main = document.createElement("main");
  const app = createApp(Name);
  app.mount(main);
  onTestFinished(() => app.unmount());
  expect(main.textContent).toBe("Ada Lovelace");
  await client.signOut({ redirect: false });
  await nextTick();
  expect(main.textContent).toBe("nobody");
});

test("an island hydrates with what the server has rendered, whatever is known by then", async () => {
  const client = createTestClient({ session: null });
  setIslandSession(() => ({ client, rendered: ada }));
  const main = document.createElement("main");
  main.innerHTML = "<p>Ada Lovelace</p>";

  const warn = vi.spyOn(console, "warn");
  const app = createSSRApp(Name);
  app.mount(main);
  onTestFinished(() => app.unmount());
  await nextTick();
  expect(main.textContent).toBe("nobody");
  expect(warn).not.toHaveBeenCalled();
});
