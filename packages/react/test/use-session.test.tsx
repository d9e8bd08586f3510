import { render, renderHook, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { SessionProvider, useSession, useSessionClient } from "../src/index.ts";
import { dialects, openAuthServer } from "./support/auth-server.ts";
import { silenceRenderErrors, Who } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

const strict = { reactStrictMode: true, wrapper: SessionProvider };

test.each(dialects)(
  "has null once the server says that nobody is signed in (%s)",
  async (dialect) => {
    openAuthServer({ dialect });
    const { result } = renderHook(() => useSession(), strict);
    await waitFor(() => expect(result.current.status).toBe("unauthenticated"));
    expect(result.current).toMatchObject({ data: null, error: null });
  },
);

test.each(dialects)("has the session once the server has sent it (%s)", async (dialect) => {
  openAuthServer({ dialect, user: ada });
  const { result } = renderHook(() => useSession(), strict);
  await waitFor(() => expect(result.current.status).toBe("authenticated"));
  expect(result.current.data).toEqual({ user: ada, expires: "2099-01-01T00:00:01.000Z" });
});

test("has the session from the first render on, if the page came with it", () => {
  const session = sessionOf(ada);
  const statuses: string[] = [];
  function Recorder(): null {
    statuses.push(useSession().status);
    return null;
  }
  render(
    <SessionProvider session={session}>
      <Recorder />
    </SessionProvider>,
  );
  expect(statuses).toEqual(["authenticated"]);
});

test("gives the same result object from render to render", () => {
  const { result, rerender } = renderHook(() => useSession(), {
    wrapper: ({ children }) => <SessionProvider session={null}>{children}</SessionProvider>,
  });
  const first = result.current;
  rerender();
  expect(result.current).toBe(first);
});

test.each<[string, () => unknown]>([
  ["useSession", useSession],
  ["useSessionClient", useSessionClient],
])("%s outside of a provider throws an error that says what to do", (_, hook) => {
  silenceRenderErrors();
  expect(() => renderHook(() => hook())).toThrow(/wrap your app in one.*_app\.tsx/);
});

test("reads from a provider far above", async () => {
  openAuthServer({ user: ada });
  render(
    <SessionProvider>
      <main>
        <section>
          <Who />
        </section>
      </main>
    </SessionProvider>,
    { reactStrictMode: true },
  );
  await screen.findByText("authenticated Ada");
});
