import { createSessionWrapper } from "@sojourn/react/testing";
import { createSession } from "@sojourn/testing";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { Account } from "./account";

test("a wrapper with a session needs no network", async () => {
  const wrapper = createSessionWrapper({ session: createSession({ name: "Grace" }) });
  render(<Account />, { wrapper });
  screen.getByText("Grace");

  fireEvent.click(screen.getByText("Sign out"));
  await screen.findByText("Nobody");
  fireEvent.click(screen.getByText("Sign in"));
  await screen.findByText("Ada Lovelace");
  expect(wrapper.client.server.count("POST callback/credentials")).toBe(1);
});
