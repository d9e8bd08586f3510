import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { signIn } from "next-auth/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LoginForm } from "@/components/login-form";

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));

vi.mock("next-auth/react");
vi.mock("next/navigation", () => ({ useRouter: () => router }));

function logIn() {
  render(<LoginForm />);
  fireEvent.change(screen.getByLabelText("User name"), { target: { value: "ada" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "lovelace" } });
  fireEvent.click(screen.getByRole("button"));
}

beforeEach(() => router.push.mockClear());
afterEach(cleanup);

test("pushes the home page after a sign-in", async () => {
  vi.mocked(signIn).mockResolvedValue({
    error: undefined,
    code: undefined,
    status: 200,
    ok: true,
    url: "http://localhost:3000/",
  });
  logIn();
  await waitFor(() => expect(router.push).toHaveBeenCalledWith("/"));
  expect(signIn).toHaveBeenCalledWith("credentials", {
    username: "ada",
    password: "lovelace",
    redirect: false,
  });
});

test.each([
  ["wrong-password", "Wrong name or password"],
  ["credentials", "Refused: CredentialsSignin"],
])("says what the code %s means", async (code, message) => {
  vi.mocked(signIn).mockResolvedValueOnce({
    error: "CredentialsSignin",
    code,
    status: 401,
    ok: false,
    url: null,
  });
  logIn();
  expect(await screen.findByText(message)).toBeTruthy();
  expect(router.push).not.toHaveBeenCalled();
});
