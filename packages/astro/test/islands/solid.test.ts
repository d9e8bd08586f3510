import { createSession } from "@sojourn/testing";
import type { JSX } from "solid-js";
import { expect, onTestFinished, test } from "vitest";
import { createRoot, openPage } from "../support/page.ts";

const ada = createSession();

test("an island shows the session of the page, and follows it", async () => {
  const client = await openPage(ada);
  const { createComponent } = await import("solid-js");
  const { render } = await import("solid-js/web");
  const { useSession } = await import("@sojourn/solid");
  const { withSession } = await import("../../src/solid.ts");
  const Island = withSession(({ greeting }: { greeting: string }) => {
    const session = useSession();
    const text = () => `${greeting} ${session()?.user?.name ?? "nobody"}`;
    // What a compiler makes of `<>{text()}</>`. Its type is only in JSX.
    return text as unknown as JSX.Element;
  });
  const root = createRoot();
  onTestFinished(render(() => createComponent(Island, { greeting: "Hello" }), root));
  expect(root.textContent).toBe("Hello Ada Lovelace");
  await client.signOut({ redirect: false });
  expect(root.textContent).toBe("Hello nobody");
});
