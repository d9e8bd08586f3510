import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type SessionContextValue, signIn, signOut, useSession } from "next-auth/react";
import { expect, type Mock, type MockedFunction, test, vi } from "vitest";
import { AccountButton } from "../src/account-button";
import { PasswordForm } from "../src/password-form";
import { Upgrade } from "../src/upgrade";
import { ada, grace } from "./sessions";

vi.mock("next-auth/react");

const mockedUseSession = useSession as MockedFunction<typeof useSession>;
const mockedSignIn = signIn as unknown as Mock<typeof signIn>;
const update = vi.fn();

const nobody: ReturnType<typeof useSession> = { data: null, status: "unauthenticated", update };

test("shows somebody", () => {
  vi.mocked(useSession).mockReturnValue({ data: ada, status: "authenticated", update });
  render(<AccountButton />);
  expect(screen.getByText("Ada (free)", { exact: false })).toBeTruthy();
});

test("shows nobody, and signs in", async () => {
  mockedUseSession.mockReturnValueOnce(nobody);
  render(<AccountButton />);
  await userEvent.click(screen.getByText("Sign in"));
  expect(signIn).toHaveBeenCalledWith("github", { redirectTo: "/home" });
});

test("shows that it waits", () => {
  mockedUseSession.mockImplementation(() => ({ data: null, status: "loading", update }));
  render(<AccountButton />);
  expect(screen.getByText("…").getAttribute("aria-busy")).toBe("true");
});

test("signs out", async () => {
  (useSession as Mock).mockReturnValue({ data: grace, status: "authenticated" });
  vi.mocked(signOut).mockResolvedValue({ url: "/" });
  render(<AccountButton />);
  await userEvent.click(screen.getByText("Sign out"));
  expect(signOut).toHaveBeenCalledWith({ redirectTo: "/" });
});

test("updates the session", async () => {
  const value: SessionContextValue<true> = { data: ada, status: "authenticated", update };
  mockedUseSession.mockReturnValue(value);
  render(<Upgrade />);
  expect(mockedUseSession).toHaveBeenCalledWith({ required: true });
  await userEvent.click(screen.getByText("Upgrade"));
  expect(update).toHaveBeenCalledExactlyOnceWith({ plan: "paid" });
});

test("goes on after a sign-in by password", async () => {
  const answer = { error: undefined, code: undefined, status: 200, ok: true, url: "/home" };
  vi.mocked(signIn).mockResolvedValue(answer);
  const onDone = vi.fn<(url: string | null) => void>();
  render(<PasswordForm onDone={onDone} />);
  await userEvent.click(screen.getByText("Sign in"));
  expect(onDone).toHaveBeenCalledWith("/home");
});

test("says what was wrong", async () => {
  mockedSignIn.mockResolvedValueOnce({
    error: "CredentialsSignin",
    code: "credentials",
    status: 200,
    ok: true,
    url: null,
  });
  render(<PasswordForm onDone={vi.fn()} />);
  await userEvent.click(screen.getByText("Sign in"));
  expect((await screen.findByRole("alert")).textContent).toBe("Wrong name or password");
});
