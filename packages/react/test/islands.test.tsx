import { setIslandSession } from "@sojourn/core";
import { createSession, createTestClient } from "@sojourn/testing";
import { act, render } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, onTestFinished, test, vi } from "vitest";
import { SessionProvider, signOut, useSession, useSessionClient } from "../src/index.ts";

const ada = createSession();

function Name() {
  const { data } = useSession();
  return <p>{data?.user?.name ?? "nobody"}</p>;
}

test("a component without a provider shows the session of the page's islands", async () => {
  const client = createTestClient({ session: ada });
  setIslandSession(() => ({ client, rendered: ada }));
  const { container } = render(<Name />);
  expect(container.textContent).toBe("Ada Lovelace");
  await act(() => client.signOut({ redirect: false }));
  expect(container.textContent).toBe("nobody");
});

test("an island hydrates with what the server has rendered, whatever is known by then", async () => {
  const client = createTestClient({ session: null });
  const island = { client, rendered: ada };
  setIslandSession(() => island);
  const root = document.createElement("main");
  root.innerHTML = renderToString(<Name />);
  expect(root.textContent).toBe("Ada Lovelace");

  const onRecoverableError = vi.fn<() => void>();
  const hydrated = await act(() => hydrateRoot(root, <Name />, { onRecoverableError }));
  onTestFinished(() => act(() => hydrated.unmount()));
  expect(root.textContent).toBe("nobody");
  expect(onRecoverableError).not.toHaveBeenCalled();
});

test("functions without a client use that of the islands", async () => {
  const client = createTestClient({ session: ada });
  setIslandSession(() => ({ client, rendered: ada }));
  await signOut({ redirect: false });
  expect(client.getSnapshot().status).toBe("unauthenticated");
});

test("a provider wins over the page's islands", () => {
  setIslandSession(() => ({ client: createTestClient(), rendered: null }));
  const client = createTestClient({ session: ada });
  function Check() {
    return <Name key={String(useSessionClient() === client)} />;
  }
  const { container } = render(
    <SessionProvider client={client}>
      <Check />
    </SessionProvider>,
  );
  expect(container.textContent).toBe("Ada Lovelace");
});
