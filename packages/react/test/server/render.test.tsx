// @vitest-environment node
import { Writable } from "node:stream";
import * as React from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { createSessionClient } from "@sojourn/core";
import {
  SessionContext,
  SessionProvider,
  signIn,
  signOut,
  useSession,
  type Session,
} from "../../src/index.ts";
import { openAuthServer } from "../support/auth-server.ts";
import { ada, grace, sessionOf } from "../support/people.ts";

function Who(): React.JSX.Element {
  const { data, status } = useSession();
  return <p>{`${status} ${data?.user?.name ?? ""}`}</p>;
}

function page(
  session: Session | null | undefined,
  children: React.ReactNode = <Who />,
): React.JSX.Element {
  return (
    <React.StrictMode>
      <SessionProvider session={session}>{children}</SessionProvider>
    </React.StrictMode>
  );
}

test.each([
  ["the session", sessionOf(ada), "<p>authenticated Ada</p>"],
  ["nobody", null, "<p>unauthenticated </p>"],
  ["what is not known", undefined, "<p>loading </p>"],
])("renders %s", (_, session, html) => {
  expect(renderToString(page(session))).toBe(html);
});

test("makes no request, and complains of nothing", async () => {
  const server = openAuthServer({ user: ada });
  const fetch = vi.spyOn(globalThis, "fetch");
  const complain = vi.spyOn(console, "error");
  renderToString(page(undefined));
  renderToString(page(sessionOf(ada)));
  renderToString(page(null, <Required />));
  // Whatever was going to be asked, would be by now.
  await new Promise((resolve) => setImmediate(resolve));
  expect(fetch).not.toHaveBeenCalled();
  expect(server.requests).toEqual([]);
  expect(complain).not.toHaveBeenCalled();
});

function Required(): React.JSX.Element {
  const { status } = useSession({
    required: true,
    onUnauthenticated() {
      throw new Error("a server must not decide");
    },
  });
  return <p>{status}</p>;
}

test("required renders loading without a session, and leaves the rest to the browser", () => {
  expect(renderToString(page(null, <Required />))).toBe("<p>loading</p>");
  expect(renderToString(page(sessionOf(ada), <Required />))).toBe("<p>authenticated</p>");
});

test("select applies on the server too", () => {
  function Name(): React.ReactNode {
    return useSession({ select: (session) => session.user?.name }).data;
  }
  expect(renderToString(page(sessionOf(ada), <Name />))).toBe("Ada");
});

/** A component that keeps its request waiting until it is opened. */
function createGate(): { Gate: React.ComponentType; open: () => void } {
  let open!: () => void;
  const opened = new Promise<{ default: React.ComponentType }>((resolve) => {
    open = () => resolve({ default: Who });
  });
  return { Gate: React.lazy(() => opened), open };
}

/** Starts to answer a request; resolves to the whole page. */
function answer(element: React.ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = "";
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        html += chunk.toString();
        done();
      },
      final(done) {
        resolve(html);
        done();
      },
    });
    const { pipe } = renderToPipeableStream(element, {
      onAllReady: () => void pipe(sink),
      onError: reject,
    });
  });
}

test("never mixes the sessions of two requests that are answered at the same time", async () => {
  const gates = [createGate(), createGate()];
  const pages = gates.map(({ Gate }, index) =>
    answer(
      page(
        sessionOf(index ? grace : ada),
        <React.Suspense fallback={<Who />}>
          <Gate />
          <Who />
        </React.Suspense>,
      ),
    ),
  );
  for (const { open } of gates.toReversed()) open();
  const [first = "", second = ""] = await Promise.all(pages);
  expect(first.match(/Ada|Grace/g)).toEqual(["Ada", "Ada"]);
  expect(second.match(/Ada|Grace/g)).toEqual(["Grace", "Grace"]);
});

test("leaves nothing behind for the next request", () => {
  renderToString(page(sessionOf(ada)));
  expect(renderToString(page(undefined))).toBe("<p>loading </p>");
});

test.each([
  ["signIn", () => signIn()],
  ["signOut", () => signOut()],
])("%s rejects on a server, and says why", async (_, act) => {
  await expect(act()).rejects.toMatchObject({
    name: "SignInError",
    code: "no-page",
    message: expect.stringContaining("browser"),
  });
});

test.each([
  ["the session", sessionOf(ada), "<p>authenticated Ada</p>"],
  ["nobody", null, "<p>unauthenticated </p>"],
])("renders %s that is given beside a client, which learns nothing of it", (_, session, html) => {
  const client = createSessionClient();
  const shared = (it: Session | null | undefined): React.JSX.Element => (
    <SessionProvider client={client} session={it}>
      <Who />
    </SessionProvider>
  );
  expect(renderToString(shared(session))).toBe(html);
  // The next request has another user.
  expect(renderToString(shared(undefined))).toBe("<p>loading </p>");
});

test("the context's own value says the same", () => {
  function Look(): React.JSX.Element {
    const { status, data } = React.useContext(SessionContext) ?? {};
    return <p>{`${status} ${data?.user?.name}`}</p>;
  }
  const html = renderToString(
    <SessionProvider client={createSessionClient()} session={sessionOf(ada)}>
      <Look />
    </SessionProvider>,
  );
  expect(html).toBe("<p>authenticated Ada</p>");
});
