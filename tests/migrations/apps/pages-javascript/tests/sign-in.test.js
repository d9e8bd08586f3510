import { fireEvent, render, screen } from "@testing-library/react";
import { getProviders, signIn } from "next-auth/react";
import SignIn, { getStaticProps } from "../pages/sign-in";

const mockPush = jest.fn();
jest.mock("next/router", () => ({ useRouter: () => ({ push: mockPush }) }));
jest.mock("next-auth/react", () => ({ getProviders: jest.fn(), signIn: jest.fn() }));

const providers = { credentials: { id: "credentials", name: "Password", type: "credentials" } };

function fill() {
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "ada" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "lovelace" } });
  fireEvent.click(screen.getByText("Enter by Password"));
}

test("is built without a server", async () => {
  getProviders.mockResolvedValue(null);
  expect(await getStaticProps()).toEqual({ props: { providers: null } });
});

test("asks for the providers that the build did not know", async () => {
  getProviders.mockResolvedValue({ github: { id: "github", name: "GitHub", type: "oauth" } });
  render(<SignIn providers={null} />);
  fireEvent.click(await screen.findByText("Enter by GitHub"));
  expect(signIn).toHaveBeenCalledWith("github");
});

test("goes home after the sign-in", async () => {
  signIn.mockResolvedValue({ error: null, ok: true, status: 200, url: "/" });
  render(<SignIn providers={providers} />);
  fill();
  await Promise.resolve();
  const form = { username: "ada", password: "lovelace", redirect: false };
  expect(signIn).toHaveBeenCalledWith("credentials", form);
  expect(mockPush).toHaveBeenCalledWith("/");
});

test("says that it does not know the user", async () => {
  signIn.mockResolvedValue({ error: "CredentialsSignin", ok: false, status: 401, url: null });
  render(<SignIn providers={providers} />);
  fill();
  await screen.findByText("Who?");
});
