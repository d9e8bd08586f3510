import { createSessionClient } from "@sojourn/core";
import { SessionProvider, useSession } from "@sojourn/react";
import { createAuthServer } from "@sojourn/testing";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { withDevtools } from "../src/index.ts";
import { SojournDevtools, SojournDevtoolsPanel } from "../src/react.tsx";
import { getRegistry } from "../src/registry.ts";
import { closeBrowser } from "./support/browser.ts";

afterEach(() => {
  cleanup();
  closeBrowser();
});

function Greeting() {
  const { data } = useSession();
  return <p>{data?.user?.name ?? "Nobody"}</p>;
}

const server = createAuthServer({ user: { name: "Ada" } });
const options = () => withDevtools({ fetch: server.fetch });
const panels = () => document.querySelectorAll("sojourn-devtools");
const inPanel = () => within(panels()[0]!.shadowRoot as unknown as HTMLElement);

test("shows the provider's client, and its buttons act on it", async () => {
  const given = options();
  const page = (children?: ReactNode) => (
    <StrictMode>
      <SessionProvider {...given}>
        <Greeting />
        {children}
      </SessionProvider>
    </StrictMode>
  );
  render(page(<SojournDevtools position="left" />));
  await screen.findByText("Ada");
  expect(panels()).toHaveLength(1);
  expect(panels()[0]!.getAttribute("position")).toBe("left");

  inPanel()
    .getByRole("button", { name: /^Sojourn devtools/ })
    .click();
  const before = server.count("GET session");
  inPanel().getByRole("button", { name: "Read now" }).click();
  await waitFor(() => expect(server.count("GET session")).toBe(before + 1));
  expect(inPanel().getByRole("status").textContent).toBe("Reading.");
});

test("is removed with its component", () => {
  const { unmount } = render(
    <SessionProvider>
      <SojournDevtools />
    </SessionProvider>,
  );
  expect(panels()).toHaveLength(1);
  unmount();
  expect(panels()).toHaveLength(0);
});

test("takes a client, and needs no provider", () => {
  const client = createSessionClient(options());
  render(<SojournDevtools client={client} />);
  expect(getRegistry().clients).toEqual(new Set([client]));
});

test("the panel alone is where its component is, without a button", () => {
  const { container } = render(
    <SessionProvider>
      <SojournDevtoolsPanel theme="dark" />
    </SessionProvider>,
  );
  const [panel] = container.querySelectorAll("sojourn-devtools");
  expect(panel?.outerHTML).toBe('<sojourn-devtools inline="" theme="dark"></sojourn-devtools>');
  expect(inPanel().getByRole("region", { name: "Sojourn devtools" }).hidden).toBe(false);
});

test("a server renders nothing of it", () => {
  expect(renderToString(<SojournDevtools />)).toBe("");
});
