import { fireEvent, render, screen } from "@testing-library/react";
import { signIn, signOut, useSession } from "next-auth/react";
import { Header } from "../components/header";
import { whoami } from "../lib/whoami";

jest.mock("next-auth/react");

const session = { user: { name: "Ada" }, expires: "2999-01-01T00:00:00.000Z" };

test("offers a guest the sign-in", () => {
  render(<Header />);
  fireEvent.click(screen.getByText("Sign in"));
  expect(signIn).toHaveBeenCalledWith();
});

test("offers Ada the sign-out", () => {
  useSession.mockReturnValue({ data: session, status: "authenticated" });
  render(<Header />);
  screen.getByText("Hello, Ada!");
  fireEvent.click(screen.getByText("Sign out"));
  expect(signOut).toHaveBeenCalledWith({ callbackUrl: "/" });
});

test("waits while it does not know", () => {
  useSession.mockReturnValue({ data: undefined, status: "loading" });
  render(<Header />);
  screen.getByText("One moment");
});

test("reaches what is required", async () => {
  expect(await whoami()).toBeNull();
  require("next-auth/react").getSession.mockResolvedValueOnce(session);
  expect(await whoami()).toEqual({ name: "Ada" });
});
