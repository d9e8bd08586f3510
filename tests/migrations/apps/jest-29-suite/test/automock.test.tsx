import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type SessionContextValue, signIn, signOut, useSession } from "next-auth/react";
import { UserMenu } from "../src/user-menu";
import { RenameForm } from "../src/rename-form";
import { ada, grace } from "./fixtures";

jest.mock("next-auth/react");

const useSessionAsMockedFunction = useSession as jest.MockedFunction<typeof useSession>;
const signOutMock = signOut as jest.MockedFunction<typeof signOut>;
const update = jest.fn();

type Result = ReturnType<typeof useSession>;

const results: [string, Result, string][] = [
  ["somebody", { data: ada, status: "authenticated", update }, "Signed in as Ada"],
  ["nobody", { data: null, status: "unauthenticated", update }, "Sign in"],
  ["nothing yet", { data: null, status: "loading", update }, "One moment …"],
];

test.each(results)("shows %s", (_, result, text) => {
  jest.mocked(useSession).mockReturnValue(result);
  render(<UserMenu />);
  expect(screen.getByText(text)).toBeInTheDocument();
});

test("tells an administrator", () => {
  (useSession as jest.Mock).mockReturnValue({ data: grace, status: "authenticated" });
  const { rerender } = render(<UserMenu />);
  expect(screen.queryByText("Administrator")).not.toBeInTheDocument();

  useSessionAsMockedFunction.mockReturnValue({ data: ada, status: "authenticated", update });
  rerender(<UserMenu />);
  expect(screen.getByText("Administrator")).toBeInTheDocument();
});

test("follows one result after the other", () => {
  useSessionAsMockedFunction
    .mockReturnValueOnce({ data: null, status: "loading", update })
    .mockImplementationOnce(() => ({ data: grace, status: "authenticated", update }));
  const { rerender } = render(<UserMenu />);
  expect(screen.getByText("One moment …")).toBeInTheDocument();
  rerender(<UserMenu />);
  expect(screen.getByText("Signed in as Grace")).toBeInTheDocument();
});

test("signs in and out", async () => {
  jest.mocked(useSession).mockReturnValue({ data: null, status: "unauthenticated", update });
  jest.mocked(signIn).mockResolvedValue(undefined);
  const { rerender } = render(<UserMenu />);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(signIn).toHaveBeenCalledTimes(1);

  jest.mocked(useSession).mockReturnValue({ data: ada, status: "authenticated", update });
  signOutMock.mockResolvedValue({ url: "/" });
  rerender(<UserMenu />);
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  expect(signOutMock).toHaveBeenCalledWith({ callbackUrl: "/" });
});

test("asks for a session, and updates it", async () => {
  const value: SessionContextValue<true> = { data: ada, status: "authenticated", update };
  jest.mocked(useSession).mockReturnValue(value);
  render(<RenameForm />);
  expect(useSession).toHaveBeenCalledWith({ required: true });
  await userEvent.type(screen.getByLabelText("New name"), "Countess");
  await userEvent.click(screen.getByRole("button", { name: "Rename" }));
  expect(update).toHaveBeenCalledWith({ name: "Countess" });
});
