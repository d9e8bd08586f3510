import { act, render } from "@testing-library/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { getSession, SessionProvider, useSession } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { ada, grace, sessionOf } from "./support/people.ts";

function Name(): React.JSX.Element {
  return <p>{useSession().data?.user?.name}</p>;
}

/** A page with a part whose code may still be loading. */
function Page({ Part }: { Part: React.ComponentType }): React.JSX.Element {
  return (
    <SessionProvider session={sessionOf(ada)}>
      <Name />
      <React.Suspense fallback="one moment">
        <Part />
      </React.Suspense>
    </SessionProvider>
  );
}

test("what a server has rendered stays when the session changes before its code is there", async () => {
  const server = openAuthServer({ user: grace });
  const container = document.createElement("main");
  container.innerHTML = renderToString(<Page Part={Name} />);
  document.body.append(container);
  const [, rendered] = container.querySelectorAll("p");
  let load = (): void => {};
  const chunk = new Promise<{ default: typeof Name }>((resolve) => {
    load = () => resolve({ default: Name });
  });
  const Part = React.lazy(() => chunk);
  render(<Page Part={Part} />, { container, hydrate: true });

  await act(() => getSession());
  expect(server.requests).toHaveLength(1);
  // Where a context changed, React would show the fallback.
  expect(container.textContent).toBe("GraceAda");
  await act(async () => load());
  expect(container.textContent).toBe("GraceGrace");
  expect(container.querySelectorAll("p")[1]).toBe(rendered);
});
