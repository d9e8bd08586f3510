import { signIn, signOut, useSession } from "@sojourn/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { Account } from "./account";

jest.mock("@sojourn/react");

test("an automatic mock answers what a test says", () => {
  useSession.mockReturnValue({
    data: { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" },
    status: "authenticated",
    update: jest.fn(),
  });
  render(<Account />);
  screen.getByText("Grace Hopper");
  fireEvent.click(screen.getByText("Sign in"));
  fireEvent.click(screen.getByText("Sign out"));
  expect(signIn).toHaveBeenCalledWith("credentials", expect.objectContaining({ username: "ada" }));
  expect(signOut).toHaveBeenCalledWith({ redirect: false });
});
