import { signIn, useSession } from "@sojourn/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { expect, test, vi } from "vitest";
import { Account } from "./account.jsx";

vi.mock("@sojourn/react", { spy: true });

const data = { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" };

test("all functions can be made spies", () => {
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update: vi.fn() });
  vi.mocked(signIn).mockResolvedValue(undefined);
  render(<Account />);
  fireEvent.click(screen.getByText("Grace Hopper"));
  expect(signIn).toHaveBeenCalledWith("credentials");
});
