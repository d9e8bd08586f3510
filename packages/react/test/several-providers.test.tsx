import { render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { getSession, SessionProvider, signOut, useSession } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime, Who } from "./support/page.tsx";
import { ada, grace, sessionOf } from "./support/people.ts";

const strict = { reactStrictMode: true };

function Updater(): React.JSX.Element {
  const { update } = useSession();
  return <button onClick={() => void update({ name: "Lovelace" })}>update</button>;
}

test("providers side by side have a session each", async () => {
  const one = openAuthServer({ basePath: "/one", user: ada });
  const two = openAuthServer({ basePath: "/two", user: grace });
  render(
    <>
      <SessionProvider basePath="/one">
        <Who label="one" />
      </SessionProvider>
      <SessionProvider basePath="/two">
        <Who label="two" />
      </SessionProvider>
    </>,
    strict,
  );
  await screen.findByText("one authenticated Ada");
  await screen.findByText("two authenticated Grace");
  expect([one.requests.length, two.requests.length]).toEqual([1, 1]);
});

test("what happens to one provider's session does not touch the other's", async () => {
  const one = openAuthServer({ basePath: "/one", user: ada });
  const two = openAuthServer({ basePath: "/two", user: grace });
  render(
    <>
      <SessionProvider basePath="/one" session={sessionOf(ada)}>
        <Who label="one" />
        <Updater />
      </SessionProvider>
      <SessionProvider basePath="/two" session={sessionOf(grace)}>
        <Who label="two" />
      </SessionProvider>
    </>,
    strict,
  );
  screen.getByRole("button").click();
  await screen.findByText("one authenticated Lovelace");
  screen.getByText("two authenticated Grace");
  expect(one.count("POST session")).toBe(1);
  expect(two.requests).toEqual([]);
});

test("a provider that is unmounted leaves the other one polling", async () => {
  openAuthServer({ basePath: "/one", user: ada });
  const two = openAuthServer({ basePath: "/two", user: grace });
  const page = (isOneShown: boolean): React.JSX.Element => (
    <>
      {isOneShown && (
        <SessionProvider basePath="/one">
          <Who label="one" />
        </SessionProvider>
      )}
      <SessionProvider basePath="/two" refetchInterval={10}>
        <Who label="two" />
      </SessionProvider>
    </>
  );
  stopTime();
  const { rerender } = render(page(true), strict);
  await pass(100);
  screen.getByText("one authenticated Ada");
  rerender(page(false));
  two.user = null;
  await pass(12_000);
  screen.getByText("two unauthenticated");
});

test("components read the nearest provider", () => {
  render(
    <SessionProvider session={sessionOf(ada)}>
      <Who label="outer" />
      <SessionProvider basePath="/inner" session={sessionOf(grace)}>
        <Who label="inner" />
      </SessionProvider>
    </SessionProvider>,
    strict,
  );
  screen.getByText("outer authenticated Ada");
  screen.getByText("inner authenticated Grace");
});

test("a nested provider does not become the page's, though it mounts first or later", async () => {
  const outer = openAuthServer({ basePath: "/outer", user: ada });
  const inner = openAuthServer({ basePath: "/inner", user: grace });
  const page = (isInnerShown: boolean): React.JSX.Element => (
    <SessionProvider basePath="/outer" session={null}>
      <Who label="outer" />
      {isInnerShown && (
        <SessionProvider basePath="/inner" session={null}>
          <Who label="inner" />
        </SessionProvider>
      )}
    </SessionProvider>
  );
  const { rerender } = render(page(true), strict);
  await getSession();
  await screen.findByText("outer authenticated Ada");
  rerender(page(false));
  rerender(page(true));
  await getSession();
  expect(outer.requests).toHaveLength(2);
  expect(inner.requests).toHaveLength(0);
  screen.getByText("inner unauthenticated");
});

test("of several providers side by side the one that was mounted first is the page's, while it is mounted", async () => {
  const one = openAuthServer({ basePath: "/one", user: ada });
  const two = openAuthServer({ basePath: "/two", user: grace });
  const page = (isOneShown: boolean): React.JSX.Element => (
    <>
      {isOneShown && (
        <SessionProvider key="one" basePath="/one">
          <Who label="one" />
        </SessionProvider>
      )}
      <SessionProvider key="two" basePath="/two">
        <Who label="two" />
      </SessionProvider>
    </>
  );
  const { rerender } = render(page(true), strict);
  await screen.findByText("two authenticated Grace");
  await signOut({ redirect: false });
  await screen.findByText("one unauthenticated");
  screen.getByText("two authenticated Grace");
  expect([one.count("POST signout"), two.count("POST signout")]).toEqual([1, 0]);

  rerender(page(false));
  await signOut({ redirect: false });
  await waitFor(() => screen.getByText("two unauthenticated"));
  expect([one.count("POST signout"), two.count("POST signout")]).toEqual([1, 1]);
});
