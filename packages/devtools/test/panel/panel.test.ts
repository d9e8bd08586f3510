import { replay } from "@sojourn/core";
import { screen, waitFor, within } from "@testing-library/dom";
import { failing, type AuthServer } from "@sojourn/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mountDevtools } from "../../src/index.ts";
import type { ReadableClient } from "../../src/registry.ts";
import type { DevtoolsOptions } from "../../src/types.ts";
import { closeBrowser, openBrowser, signIn } from "../support/browser.ts";

let remove: () => void = () => {};

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  remove();
  closeBrowser();
});

function shadow(): HTMLElement {
  // Queries look into no shadow root by themselves.
  return document.querySelector("sojourn-devtools")!.shadowRoot as unknown as HTMLElement;
}
const focused = () => document.querySelector("sojourn-devtools")!.shadowRoot!.activeElement;
const find = () => within(shadow());
const launcher = (): HTMLElement => find().getByRole("button", { name: /^Sojourn devtools/ });
const button = (name: string): HTMLElement => find().getByRole("button", { name });

function descriptionOf(element: Element): string {
  const id = element.getAttribute("aria-describedby");
  return (id && shadow().querySelector(`#${id}`)?.textContent) || "";
}

function mount(client?: ReadableClient): void {
  remove = mountDevtools(client);
}

async function openPanel(
  devtools?: DevtoolsOptions,
): Promise<ReturnType<typeof openBrowser> & { one: Tab }> {
  const browser = openBrowser();
  const one = browser.open({}, devtools);
  mount(one.client);
  await browser.advance(100);
  launcher().click();
  return { ...browser, one };
}
type Tab = ReturnType<ReturnType<typeof openBrowser>["open"]>;

test("a button opens the panel, Escape closes it, and the focus goes and returns", async () => {
  await openPanel();
  const panel = find().getByRole("region", { name: "Sojourn devtools" });
  expect(panel.hidden).toBe(false);
  expect(focused()).toBe(button("Close"));
  panel.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(panel.hidden).toBe(true);
  expect(focused()).toBe(launcher());
  expect(launcher().getAttribute("aria-expanded")).toBe("false");
});

test("the page gets room for the panel while it is open", async () => {
  document.body.style.paddingBottom = "7px";
  await openPanel();
  // In jsdom nothing has a height.
  expect(document.body.style.paddingBottom).toBe("0px");
  button("Close").click();
  expect(document.body.style.paddingBottom).toBe("7px");
  launcher().click();
  remove();
  expect(document.body.style.paddingBottom).toBe("7px");
});

test("a panel that was open is open on the next page, and takes no focus", async () => {
  await openPanel();
  remove();
  mount();
  expect(find().getByRole("region", { name: "Sojourn devtools" }).hidden).toBe(false);
  expect(focused()).toBe(null);
});

test("shows the snapshot, the plan, the tabs, the events and the requests", async () => {
  const { one, advance, open } = await openPanel();
  open();
  await signIn(one);
  await advance(100);
  await waitFor(() => expect(find().getByText("authenticated")).toBeTruthy());
  expect(find().getByLabelText("data").textContent).toContain("Ada Lovelace");
  expect(find().getByText("The session ends").parentElement?.textContent).toContain("in 30 d");
  await waitFor(() => expect(find().getByText(/knows nothing/)).toBeTruthy());
  const summary = find().getAllByText("answered")[0]!.closest("details")!;
  expect(summary.textContent).toContain("unauthenticated → authenticated");
  expect(summary.textContent).toContain("emit signedIn");
  expect(find().getByText("POST callback/credentials")).toBeTruthy();
});

test("an event that was opened stays open when others follow", async () => {
  const { one } = await openPanel();
  const details = find().getAllByText("answered")[0]!.closest("details")!;
  details.open = true;
  await signIn(one);
  await waitFor(() => expect(find().getAllByText("answered").length).toBeGreaterThan(1));
  expect(details.isConnected && details.open).toBe(true);
});

test("the buttons make the next read fail, and read", async () => {
  const { one } = await openPanel();
  button("Fail the next read").click();
  expect(find().getByRole("status").textContent).toBe("The next read will fail.");
  await waitFor(() => {
    expect(button("Fail the next read").getAttribute("aria-pressed")).toBe("true");
  });
  button("Read now").click();
  await waitFor(() => expect(one.source.view().fault).toBeUndefined());
  const read = one.source.view().traffic.find(({ text }) => text === "GET session");
  expect(read?.result).toContain("made to fail");
});

test("a second click on the button leaves the next read alone", async () => {
  const { one } = await openPanel();
  button("Fail the next read").click();
  button("Fail the next read").click();
  expect(one.source.view().fault).toBeUndefined();
});

test("a button ends the session", async () => {
  const { one, advance } = await openPanel();
  await signIn(one);
  await waitFor(() => expect(button("Expire now")).toMatchObject({ disabled: false }));
  button("Expire now").click();
  const message = find().getByRole("status");
  expect(message.textContent).toBe("Ending the session …");
  await waitFor(() => expect(message.textContent).toMatch(/^The session ends in a second/));
  await advance(2000);
  expect(one.client.getSnapshot().status).toBe("unauthenticated");
  expect(one.source.view().events.flatMap(({ effects }) => effects)).toContain("emit expired");
});

test.each([
  ["answers with 500", (server) => void (server.fault = failing(500, "POST signout"))],
  ["refuses the token", (server) => void (server.refuseTokens = 1)],
] satisfies [string, (server: AuthServer) => void][])(
  "says that the session goes on if the server %s",
  async (_, refuse) => {
    const { one, advance, server } = await openPanel();
    await signIn(one);
    await waitFor(() => expect(button("Expire now")).toMatchObject({ disabled: false }));
    refuse(server);
    button("Expire now").click();
    await waitFor(() => {
      expect(find().getByRole("status").textContent).toMatch(/^The server has not ended/);
    });
    await advance(5000);
    expect(one.client.getSnapshot().status).toBe("authenticated");
  },
);

test("says that the server has no session to end", async () => {
  const { one, server } = await openPanel();
  await signIn(one);
  await waitFor(() => expect(button("Expire now")).toMatchObject({ disabled: false }));
  server.user = null;
  button("Expire now").click();
  await waitFor(() => {
    expect(find().getByRole("status").textContent).toBe("The server has no session.");
  });
});

test("the recording is copied, and replays", async () => {
  const { one } = await openPanel();
  await signIn(one);
  const written: string[] = [];
  const writeText = vi.fn<(text: string) => Promise<void>>(async (text) => void written.push(text));
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  button("Copy the recording").click();
  await waitFor(() => expect(find().getByRole("status").textContent).toContain("Copied"));
  const steps = replay(JSON.parse(written[0]!));
  expect(steps.at(-1)?.state.cache.session?.user).toEqual({
    id: "id 1",
    email: "email 2",
    name: "name 3",
  });
  expect(find().getByRole("status").textContent).toMatch(/Sessions are redacted\.$/);
  vi.unstubAllGlobals();
});

test("a recording with the app's own `redact` is not called redacted", async () => {
  await openPanel({ redact: (session) => session });
  vi.stubGlobal("navigator", { clipboard: { writeText: async () => {} } });
  button("Copy the recording").click();
  await waitFor(() => {
    expect(find().getByRole("status").textContent).toMatch(/as your `redact` leaves them\.$/);
  });
  vi.unstubAllGlobals();
});

test("without the client the buttons that need it are disabled, and say so", async () => {
  const { open, advance } = openBrowser();
  open();
  mount();
  await advance(100);
  launcher().click();
  await waitFor(() => expect(button("Read now")).toMatchObject({ disabled: true }));
  for (const name of ["Read now", "Expire now"]) {
    expect(descriptionOf(button(name))).toContain("mountDevtools(client)");
  }
  expect(find().getByText(/mountDevtools\(client\)/)).toMatchObject({ hidden: false });
  expect(button("Copy the recording")).toMatchObject({ disabled: false });
});

test("without a session only the button that ends it is disabled, and says so", async () => {
  const { one } = await openPanel();
  expect(descriptionOf(button("Expire now"))).toBe("Nobody is signed in.");
  expect(button("Read now")).toMatchObject({ disabled: false });
  expect(descriptionOf(button("Read now"))).toBe("");
  await signIn(one);
  await waitFor(() => expect(button("Expire now")).toMatchObject({ disabled: false }));
  expect(descriptionOf(button("Expire now"))).toBe("");
});

test("the name of the button that opens the panel says the status", async () => {
  const { one } = await openPanel();
  button("Close").click();
  expect(launcher().getAttribute("aria-label")).toBe("Sojourn devtools: unauthenticated");
  await signIn(one);
  await waitFor(() => {
    expect(launcher().getAttribute("aria-label")).toBe("Sojourn devtools: authenticated");
  });
});

test("a page with two clients offers both, and the buttons act on the one that is shown", async () => {
  const { open, advance } = openBrowser();
  const one = open();
  const two = open({ basePath: "/other" });
  mount(one.client);
  two.client.subscribe(() => {});
  document.querySelector("sojourn-devtools")!.client = two.client;
  await advance(100);
  launcher().click();
  const select = find().getByRole("combobox", { name: "Client" }) as HTMLSelectElement;
  expect([...select.options].map((it) => it.text)).toEqual(["1: /api/auth", "2: /other"]);
  for (const [index, shown] of [
    ["1", two],
    ["0", one],
  ] as const) {
    select.value = index;
    select.dispatchEvent(new Event("change"));
    const before = shown.source.view().events[0];
    button("Read now").click();
    await advance(100);
    const { events } = shown.source.view();
    const added = events.slice(0, events.indexOf(before!));
    expect(added.map(({ type }) => type)).toContain("asked");
  }
});

test("a client without the devtools leaves a hint", () => {
  mount();
  launcher().click();
  expect(screen.queryByText("authenticated")).toBeNull();
  expect(find().getByText(/createSessionClient\(withDevtools/)).toBeTruthy();
});

test("a panel that was removed listens to nothing", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { one } = await openPanel();
  const root = shadow();
  remove();
  expect(root.childNodes).toHaveLength(0);
  const draw = vi.spyOn(globalThis, "requestAnimationFrame");
  await signIn(one);
  vi.advanceTimersByTime(5000);
  expect(draw).not.toHaveBeenCalled();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
