import * as ours from "@sojourn/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as nextAuth from "next-auth/react";
import { WalletButton, WalletProvider } from "wallet-kit";
import { Account } from "./account";

const session = { user: { name: "Grace" }, expires: "2100-01-01T00:00:00.000Z" };
afterEach(() => jest.restoreAllMocks());

test("a library and its app share one provider", () => {
  render(
    <WalletProvider session={session}>
      <Account />
      <WalletButton />
    </WalletProvider>,
  );
  screen.getByText("Grace");
  screen.getByText("Disconnect Grace");
});

test("a library finds the provider of @sojourn/react", () => {
  render(
    <ours.SessionProvider session={session}>
      <WalletButton />
    </ours.SessionProvider>,
  );
  screen.getByText("Disconnect Grace");
});

test.each([
  ["next-auth/react", nextAuth],
  ["@sojourn/react", ours],
])("a spy on %s is what the library calls", (_, client) => {
  const signOut = jest.spyOn(client, "signOut").mockResolvedValue({ url: "/" });
  jest.spyOn(client, "useSession").mockReturnValue({ data: session, status: "authenticated" });
  render(<WalletButton />);
  fireEvent.click(screen.getByText("Disconnect Grace"));
  expect(signOut).toHaveBeenCalledWith({ redirect: false });
});
