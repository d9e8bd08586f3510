import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { signIn, type SignInResponse } from "next-auth/react";
import { SignInForm } from "../src/sign-in-form";

jest.mock("next-auth/react", () => ({ signIn: jest.fn() }));

const signInMock = signIn as jest.MockedFunction<typeof signIn>;
const onDone = jest.fn<void, [string | null]>();

async function submit() {
  render(<SignInForm onDone={onDone} />);
  await userEvent.type(screen.getByLabelText("Name"), "ada");
  await userEvent.type(screen.getByLabelText("Password"), "lovelace");
  await userEvent.click(screen.getByRole("button"));
}

test("goes on after a sign-in", async () => {
  signInMock.mockResolvedValue({ error: null, status: 200, ok: true, url: "/books" });
  await submit();
  expect(signInMock).toHaveBeenCalledWith("credentials", {
    username: "ada",
    password: "lovelace",
    redirect: false,
  });
  expect(onDone).toHaveBeenCalledWith("/books");
});

test("says what went wrong", async () => {
  const refused: SignInResponse = { error: "CredentialsSignin", status: 401, ok: false, url: null };
  jest.mocked(signIn).mockResolvedValueOnce(refused);
  await submit();
  expect(screen.getByRole("alert")).toHaveTextContent("CredentialsSignin");
  expect(onDone).not.toHaveBeenCalled();
});

test("goes on where nothing is said", async () => {
  (signIn as jest.Mock).mockResolvedValue(undefined);
  await submit();
  expect(onDone).toHaveBeenCalledWith(null);
});
