import { cleanup, render, screen } from "@testing-library/react";
import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import { afterEach, expect, test, vi } from "vitest";
import { EditButton } from "@/components/edit-button";

// Only what would ask a server is replaced: the provider and the hook are the real ones.
vi.mock("next-auth/react", async (importOriginal) => ({
  ...(await importOriginal<typeof import("next-auth/react")>()),
  getSession: vi.fn(),
}));

function renderFor(role: Session["user"]["role"]) {
  const session: Session = { user: { id: "1", name: "Ada", role }, expires: "2099-01-01T00:00Z" };
  render(
    <SessionProvider session={session} refetchOnWindowFocus={false}>
      <EditButton />
    </SessionProvider>,
  );
  return screen.getByRole<HTMLButtonElement>("button", { name: "Edit" });
}

afterEach(cleanup);

test("lets an editor edit", () => {
  expect(renderFor("editor").disabled).toBe(false);
});

test("does not let a reader edit", () => {
  expect(renderFor("reader").disabled).toBe(true);
});

test("is hidden from a user who is signed out", () => {
  render(
    <SessionProvider session={null}>
      <EditButton />
    </SessionProvider>,
  );
  expect(screen.queryByRole("button")).toBeNull();
});
