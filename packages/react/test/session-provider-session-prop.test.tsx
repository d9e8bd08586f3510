import type { Session } from "@sojourn/core";
import { act, render, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { expect, test, vi } from "vitest";
import {
  getSession,
  SessionProvider,
  signOut,
  useSession,
  useSessionClient,
} from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { pass, stopTime, Who } from "./support/page.tsx";
import { ada, grace, sessionOf, type Person } from "./support/people.ts";

const strict = { reactStrictMode: true };

function page(session: Session | null | undefined): React.JSX.Element {
  return (
    <SessionProvider session={session}>
      <Who />
    </SessionProvider>
  );
}

test("shows another user whom the server has rendered since, at once", async () => {
  const server = openAuthServer({ user: ada });
  const { rerender } = render(page(sessionOf(ada)), strict);
  server.user = grace;
  rerender(page(sessionOf(grace)));
  screen.getByText("authenticated Grace");
});

test("shows it before an effect of any component can see the old user", () => {
  openAuthServer({ user: grace });
  const seen: unknown[] = [];
  function Effectful({ of }: { of: string }): null {
    const client = useSessionClient();
    React.useEffect(() => void seen.push(client.getSnapshot().data?.user?.name), [client, of]);
    return null;
  }
  const tree = (person: Person): React.JSX.Element => (
    <SessionProvider session={sessionOf(person)}>
      <Effectful of={person.name} />
    </SessionProvider>
  );
  const { rerender } = render(tree(ada));
  rerender(tree(grace));
  expect(seen).toEqual(["Ada", "Grace"]);
});

test("asks the server whether what it shows is true", async () => {
  // The page came from a cache.
  const server = openAuthServer({ user: grace });
  const { rerender } = render(page(sessionOf(grace)), strict);
  rerender(page(sessionOf(ada)));
  screen.getByText("authenticated Ada");
  await screen.findByText("authenticated Grace");
  expect(server.requests).toHaveLength(1);
});

test("shows that nobody is signed in any more", () => {
  openAuthServer();
  const { rerender } = render(page(sessionOf(ada)), strict);
  rerender(page(null));
  screen.getByText("unauthenticated");
});

test("shows that somebody has signed in on the server", () => {
  openAuthServer({ user: ada });
  const { rerender } = render(page(null), strict);
  rerender(page(sessionOf(ada)));
  screen.getByText("authenticated Ada");
});

test("shows a session that comes while it is loading", () => {
  openAuthServer({ user: ada });
  const { rerender } = render(page(undefined), strict);
  screen.getByText("loading");
  rerender(page(sessionOf(ada)));
  screen.getByText("authenticated Ada");
});

test("keeps the session when a page comes without one", () => {
  const server = openAuthServer();
  const { rerender } = render(page(sessionOf(ada)), strict);
  rerender(page(undefined));
  screen.getByText("authenticated Ada");
  expect(server.requests).toEqual([]);
});

test("does not ask nor render for a session of the same content, though its expires has moved", () => {
  const server = openAuthServer({ user: ada });
  const renders = vi.fn<() => void>();
  const Reader = React.memo(function Reader() {
    useSession();
    renders();
    return null;
  });
  const reader = <Reader />;
  const { rerender } = render(<SessionProvider session={sessionOf(ada)}>{reader}</SessionProvider>);
  rerender(
    <SessionProvider session={sessionOf(ada, "2100-01-01T00:00:00.000Z")}>
      {reader}
    </SessionProvider>,
  );
  expect(renders).toHaveBeenCalledTimes(1);
  expect(server.requests).toEqual([]);
});

test("does not bring a session back after a sign-out by rendering the same prop again", async () => {
  const server = openAuthServer({ user: ada });
  const session = sessionOf(ada);
  const { rerender } = render(page(session), strict);
  await signOut({ redirect: false });
  await screen.findByText("unauthenticated");
  const asked = server.requests.length;
  rerender(page(session));
  screen.getByText("unauthenticated");
  expect(server.requests).toHaveLength(asked);
});

test("does not bring a session back after a sign-out by a page rendered before it", async () => {
  const server = openAuthServer({ user: ada });
  const { rerender } = render(page(sessionOf(ada)), strict);
  await signOut({ redirect: false });
  await screen.findByText("unauthenticated");
  const reads = server.count("GET session");
  rerender(page(sessionOf(ada)));
  screen.getByText("unauthenticated");
  // Whether it was rendered before or after, only the server knows.
  await waitFor(() => expect(server.count("GET session")).toBe(reads + 1));
  screen.getByText("unauthenticated");
});

test("a session made anew in each rendering, below a useSession, causes a few requests and no storm", async () => {
  const server = openAuthServer({ user: ada });
  stopTime();
  let renders = 0;
  function Decorated(): React.JSX.Element {
    const { data } = useSession();
    renders += 1;
    const session = data && { ...data, user: { ...data.user, isDecorated: true } };
    return (
      <SessionProvider session={session}>
        <Who label="decorated" />
      </SessionProvider>
    );
  }
  render(
    <SessionProvider>
      <Who />
      <Decorated />
    </SessionProvider>,
    strict,
  );
  await act(() => pass(1000));
  // From now on the end of the session moves with each answer, which the spreading has read.
  void getSession();
  for (let second = 0; second < 5; second += 1) await act(() => pass(1000));
  screen.getByText("authenticated Ada");
  screen.getByText("decorated authenticated Ada");
  expect(server.count("GET session")).toBeLessThanOrEqual(6);
  expect(renders).toBeLessThan(50);
});
