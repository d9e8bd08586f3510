import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import * as nextAuth from "next-auth/react";
import { afterEach, expect, test, vi } from "vitest";
import { AccountButton } from "../src/account-button";
import { PasswordForm } from "../src/password-form";
import { grace } from "./sessions";

afterEach(() => vi.restoreAllMocks());

test("spies on useSession and signOut", async () => {
  vi.spyOn(nextAuth, "useSession").mockReturnValue({
    data: grace,
    status: "authenticated",
    update: vi.fn(),
  });
  const signOut = vi.spyOn(nextAuth, "signOut").mockResolvedValue({ url: "/" });
  render(<AccountButton />);
  await userEvent.click(screen.getByText("Sign out"));
  expect(signOut).toHaveBeenCalledTimes(1);
});

test("spies on signIn", async () => {
  const signIn = vi.spyOn(nextAuth, "signIn");
  signIn.mockResolvedValue({ error: undefined, code: undefined, status: 200, ok: true, url: null });
  const onDone = vi.fn();
  render(<PasswordForm onDone={onDone} />);
  await userEvent.type(screen.getByLabelText("Name"), "ada");
  await userEvent.click(screen.getByText("Sign in"));
  expect(signIn).toHaveBeenCalledWith("credentials", {
    username: "ada",
    password: "",
    redirect: false,
  });
  expect(onDone).toHaveBeenCalledWith(null);
});
