import * as nextAuth from "@sojourn/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Account } from "./account.jsx";

const data = { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" };
// The linter does not know that there is a build that lets itself be assigned to.
const exported = nextAuth;
// Exports of an ES module can neither be assigned to nor redefined.
const isModule = exported[Symbol.toStringTag] === "Module";
const result = { data, status: "authenticated", update: vi.fn() };
afterEach(() => vi.restoreAllMocks());

test.skipIf(isModule)("a component that imports by name calls a spy", () => {
  vi.spyOn(nextAuth, "useSession").mockReturnValue(result);
  const signIn = vi.spyOn(nextAuth, "signIn").mockResolvedValue(undefined);
  render(<Account />);
  fireEvent.click(screen.getByText("Grace Hopper"));
  expect(signIn).toHaveBeenCalledWith("credentials");
});

test.skipIf(isModule)("a component that imports by name sees what is assigned", () => {
  const { useSession } = nextAuth;
  exported.useSession = () => result;
  render(<Account />);
  screen.getByText("Grace Hopper");
  exported.useSession = useSession;
});
