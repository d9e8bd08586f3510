import { SessionContext, signIn } from "@sojourn/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { expect, test, vi } from "vitest";
import { Account } from "./account.jsx";

vi.mock("@sojourn/react", async (importActual) => ({ ...(await importActual()), signIn: vi.fn() }));

const data = { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" };

test("one function can be mocked, and the others stay as they are", () => {
  render(
    <SessionContext.Provider value={{ data, status: "authenticated", update: vi.fn() }}>
      <Account />
    </SessionContext.Provider>,
  );
  fireEvent.click(screen.getByText("Grace Hopper"));
  expect(signIn).toHaveBeenCalledWith("credentials");
});
