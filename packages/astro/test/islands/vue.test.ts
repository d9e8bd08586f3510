import { createSession } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { createSSRApp, h, nextTick } from "vue";
import { createRoot, openPage } from "../support/page.ts";

const ada = createSession();

/** Hydrates an island, as `@astrojs/vue` does. */
async function hydrate() {
  const { useSession } = await import("@sojourn/vue");
  const entrypoint = await import("../../src/vue.ts");
  const shown: string[] = [];
  const app = createSSRApp({
    setup() {
      const { data } = useSession();
      return () => {
        const name = data.value?.user?.name ?? "nobody";
        shown.push(name);
        return h("p", name);
      };
    },
  });
  entrypoint.default(app);
  const root = createRoot("<p>Ada Lovelace</p>");
  app.mount(root);
  onTestFinished(() => app.unmount());
  await nextTick();
  return { root, shown };
}

test("an island shows the session of the page, and follows it", async () => {
  const client = await openPage(ada);
  const { root } = await hydrate();
  expect(root.textContent).toBe("Ada Lovelace");
  await client.signOut({ redirect: false });
  await nextTick();
  expect(root.textContent).toBe("nobody");
});

test("an island hydrates with what the server has rendered, whatever is known by then", async () => {
  const client = await openPage(ada);
  await client.signOut({ redirect: false });
  const warn = vi.spyOn(console, "warn");
  const { root, shown } = await hydrate();
  expect(shown[0]).toBe("Ada Lovelace");
  expect(root.textContent).toBe("nobody");
  expect(warn).not.toHaveBeenCalled();
});
