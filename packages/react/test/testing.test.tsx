import { createSession, failing } from "@sojourn/testing";
import { render, screen } from "@testing-library/react";
import * as React from "react";
import { expect, test } from "vitest";
import { useSession, useSessionClient } from "../src/index.ts";
import { createSessionWrapper } from "../src/testing.tsx";
import { Who } from "./support/page.tsx";

function Leave(): React.JSX.Element {
  const client = useSessionClient();
  return <button onClick={() => void client.signOut({ callbackUrl: "/bye" })}>Sign out</button>;
}

test("components in the wrapper see its session, without a request", () => {
  const wrapper = createSessionWrapper({ session: createSession({ name: "Ada" }) });
  render(<Who />, { wrapper });
  screen.getByText("authenticated Ada");
  expect(wrapper.client.server.requests).toEqual([]);
});

test("what they do happens on the wrapper's server", async () => {
  const wrapper = createSessionWrapper({ session: createSession() });
  render(
    <>
      <Who />
      <Leave />
    </>,
    { wrapper },
  );
  screen.getByRole("button").click();
  await screen.findByText("unauthenticated");
  expect(wrapper.client.navigations).toEqual(["http://localhost:3000/bye"]);
});

test("what happens on its server is shown", async () => {
  function Failure(): React.JSX.Element {
    return <p>{useSession().error?.code ?? "fine"}</p>;
  }
  const wrapper = createSessionWrapper();
  wrapper.client.server.fault = failing(500);
  render(<Failure />, { wrapper });
  await screen.findByText("http");
});

test("a story keeps its session when it is rendered again, as with other args", async () => {
  function WithSession({ children }: { children: React.ReactNode }): React.JSX.Element {
    const [Wrapper] = React.useState(() => createSessionWrapper({ session: createSession() }));
    return <Wrapper>{children}</Wrapper>;
  }
  const story = (label: string): React.JSX.Element => (
    <WithSession>
      <Who label={label} />
      <Leave />
    </WithSession>
  );
  const { rerender } = render(story("first"), { reactStrictMode: true });
  screen.getByText("first authenticated Ada Lovelace");
  screen.getByRole("button").click();
  await screen.findByText("first unauthenticated");
  rerender(story("second"));
  screen.getByText("second unauthenticated");
});
