import { cleanup, render, screen } from "@testing-library/react";
import type { Session } from "next-auth";
import { signOut, useSession } from "next-auth/react";
import { afterEach, expect, test, vi, type MockedFunction } from "vitest";
import { UserMenu } from "@/components/user-menu";

vi.mock("next-auth/react");
vi.mock("@/app/actions", () => ({ enter: vi.fn(), leave: vi.fn() }));

const data: Session = {
  user: { id: "1", name: "Ada", email: "ada@example.com", role: "editor" },
  expires: "2099-01-01T00:00:00.000Z",
};

afterEach(cleanup);

test("shows who is signed in", () => {
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update: vi.fn() });
  render(<UserMenu />);
  expect(screen.getByRole("banner").textContent).toContain("Signed in as Ada, editor");
});

test("offers a user who is signed out to log in", () => {
  vi.mocked(useSession).mockReturnValue({ data: null, status: "unauthenticated", update: vi.fn() });
  render(<UserMenu />);
  expect(screen.getByRole("link", { name: "Log in" })).toBeTruthy();
});

test("is busy while the session is loading", () => {
  const mockedUseSession = useSession as MockedFunction<typeof useSession>;
  mockedUseSession.mockReturnValueOnce({ data: null, status: "loading", update: vi.fn() });
  render(<UserMenu />);
  expect(screen.getByText("One moment …").getAttribute("aria-busy")).toBe("true");
});

test("signs out, and goes home", () => {
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update: vi.fn() });
  render(<UserMenu />);
  screen.getByRole("button", { name: "Sign out" }).click();
  expect(signOut).toHaveBeenCalledWith({ redirectTo: "/" });
});
