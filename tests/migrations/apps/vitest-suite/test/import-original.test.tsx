import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { getSession, SessionProvider, signOut } from "next-auth/react";
import { expect, test, vi } from "vitest";
import { AccountButton } from "../src/account-button";
import { ada } from "./sessions";

vi.mock(import("next-auth/react"), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, getSession: vi.fn(), signOut: vi.fn() };
});

test("shows what the actual provider has, and signs out by the mock", async () => {
  render(
    <SessionProvider session={ada} refetchOnWindowFocus={false}>
      <AccountButton />
    </SessionProvider>,
  );
  await userEvent.click(screen.getByText("Sign out"));
  expect(signOut).toHaveBeenCalledTimes(1);
});

test("gives a session of its own", async () => {
  vi.mocked(getSession).mockResolvedValueOnce(ada);
  expect(await getSession()).toBe(ada);
});

test("keeps the rest", async () => {
  const actual = await vi.importActual<typeof import("next-auth/react")>("next-auth/react");
  expect(actual.SessionProvider).toBe(SessionProvider);
  expect(actual.signOut).not.toBe(signOut);
});
