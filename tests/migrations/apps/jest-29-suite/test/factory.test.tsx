import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import * as nextAuth from "next-auth/react";
import { UserMenu } from "../src/user-menu";
import { ada } from "./fixtures";

const mockUseSession = jest.fn();
const mockSignOut = jest.fn();

jest.mock("next-auth/react", () => {
  const actual = jest.requireActual("next-auth/react");
  return {
    __esModule: true,
    ...actual,
    useSession: (...args: unknown[]) => mockUseSession(...args),
    signOut: (...args: unknown[]) => mockSignOut(...args),
  };
});

test("puts some functions in the place of the actual ones", async () => {
  mockUseSession.mockReturnValue({ data: ada, status: "authenticated" });
  render(<UserMenu />);
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  expect(mockSignOut).toHaveBeenCalledWith({ callbackUrl: "/" });
});

test("keeps the others", () => {
  const actual = jest.requireActual<typeof import("next-auth/react")>("next-auth/react");
  expect(nextAuth.getSession).toBe(actual.getSession);
  expect(nextAuth.SessionProvider).toBe(actual.SessionProvider);
  expect(jest.requireMock("next-auth/react").useSession).toBe(nextAuth.useSession);
});
