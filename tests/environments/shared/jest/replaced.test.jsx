import * as nextAuth from "@sojourn/react";
import { act, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { Account } from "./account";

// The linter does not know that it lets itself be assigned to.
const exported = nextAuth;
const session = { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" };
const result = { data: session, status: "authenticated", update: jest.fn() };
const original = { ...nextAuth };

afterEach(() => jest.restoreAllMocks());

async function click(text) {
  fireEvent.click(screen.getByText(text));
  await act(async () => {});
}

test("a component that imports by name sees what is assigned", async () => {
  const { useSession, signIn } = nextAuth;
  exported.useSession = () => result;
  exported.signIn = jest.fn(async () => ({ ok: true }));
  render(<Account />);
  screen.getByText("Grace Hopper");
  await click("Sign in");
  expect(nextAuth.signIn).toHaveBeenCalledWith("credentials", expect.anything());
  Object.assign(exported, { useSession, signIn });
});

test("a component that imports by name calls a spy", async () => {
  const useSession = jest.spyOn(nextAuth, "useSession").mockReturnValue(result);
  const signOut = jest.spyOn(nextAuth, "signOut").mockResolvedValue({ url: "/" });
  render(<Account />);
  screen.getByText("Grace Hopper");
  await click("Sign out");
  expect(signOut).toHaveBeenCalledWith({ redirect: false });
  expect(useSession).toHaveBeenCalled();
});

test("a spy without an answer of its own calls the real one", () => {
  const useSession = jest.spyOn(nextAuth, "useSession");
  const { SessionProvider } = nextAuth;
  render(
    <SessionProvider session={session}>
      <Account />
    </SessionProvider>,
  );
  screen.getByText("Grace Hopper");
  expect(useSession.mock.results[0].value).toMatchObject({ data: session });
});

test("a property can be replaced", () => {
  // Jest has it since 29.4, for what is no function.
  if (!jest.replaceProperty) return;
  const SessionContext = React.createContext(undefined);
  jest.replaceProperty(nextAuth, "SessionContext", SessionContext);
  expect(nextAuth.SessionContext).toBe(SessionContext);
});

test("a function of the module itself can be replaced, and is what a test calls", async () => {
  jest.spyOn(nextAuth, "getSession").mockResolvedValue(session);
  await expect(nextAuth.getSession()).resolves.toBe(session);
});

test("nothing that was put in another's place is left behind", () => {
  expect({ ...nextAuth }).toEqual(original);
});
