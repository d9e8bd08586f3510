import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Session } from "next-auth";
import { beforeEach, expect, test, vi } from "vitest";
import { AccountButton } from "../src/account-button";
import { ada } from "./sessions";

const mocks = vi.hoisted(() => ({
  session: null as Session | null,
  signIn: vi.fn(),
}));

vi.mock("next-auth/react", () => ({
  useSession: () => ({
    data: mocks.session,
    status: mocks.session ? "authenticated" : "unauthenticated",
  }),
  signIn: mocks.signIn,
  signOut: vi.fn(),
}));

beforeEach(() => {
  mocks.session = null;
});

test("shows the session of the moment", () => {
  mocks.session = ada;
  render(<AccountButton />);
  expect(screen.getByText("Sign out")).toBeTruthy();
});

test("signs in", async () => {
  render(<AccountButton />);
  await userEvent.click(screen.getByText("Sign in"));
  expect(mocks.signIn).toHaveBeenCalledWith("github", { redirectTo: "/home" });
});

test("mocks later, too", async () => {
  vi.resetModules();
  vi.doMock("next-auth/react", () => ({
    useSession: vi.fn().mockReturnValue({ data: null, status: "loading" }),
    signIn: vi.fn(),
    signOut: vi.fn(),
  }));
  const { AccountButton: Anew } = await import("../src/account-button");
  render(<Anew />);
  expect(screen.getByText("…")).toBeTruthy();
  vi.doUnmock("next-auth/react");
});
