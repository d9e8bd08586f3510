import { fireEvent, render, screen } from "@testing-library/react";
import type { Session } from "next-auth";
import * as nextAuth from "next-auth/react";
import type { ReactNode } from "react";
import { WalletProvider } from "@acme/wallet-kit";
import { Panel } from "../components/panel";
import { wallet } from "../lib/wallet";

const { SessionProvider } = nextAuth;
const session: Session = { user: { id: "1", name: "Ada" }, expires: "2999-01-01T00:00:00.000Z" };

const InWallet = (props: { children: ReactNode }) => <WalletProvider wallet={wallet} {...props} />;

function show(given: Session | null) {
  return render(
    <SessionProvider session={given} refetchOnWindowFocus={false}>
      <Panel />
    </SessionProvider>,
    { wrapper: InWallet },
  );
}

test("shows one session in app and library", () => {
  show(session);
  screen.getByText(/Account 1: Ada/);
  screen.getByText("Disconnect Ada");
});

test("calls the sign-out from the library and from the app", () => {
  const signOut = jest.spyOn(nextAuth, "signOut").mockResolvedValue({ url: "/" });
  show(session);
  fireEvent.click(screen.getByText("Disconnect Ada"));
  fireEvent.click(screen.getByText("Sign out"));
  expect(signOut).toHaveBeenCalledTimes(2);
  expect(signOut).toHaveBeenNthCalledWith(1, { redirect: false });
});

test("signs a message in the library", async () => {
  const answer = { error: null, ok: true, status: 200, url: "/" };
  jest.spyOn(nextAuth, "getCsrfToken").mockResolvedValue("once");
  jest.spyOn(nextAuth, "getSession").mockResolvedValue(session);
  const signIn = jest.spyOn(nextAuth, "signIn").mockResolvedValue(answer);
  show(null);
  fireEvent.click(screen.getByText("Connect"));
  await screen.findByText("Welcome, Ada");
  const message = JSON.stringify({ address: "0x1815", nonce: "once" });
  const signature = `0x1815 signs ${message}`;
  expect(signIn).toHaveBeenCalledWith("wallet", { message, signature, redirect: false });
});

test("has the app sign in by a password", () => {
  const signIn = jest.spyOn(nextAuth, "signIn").mockResolvedValue(undefined);
  show(null);
  fireEvent.click(screen.getByText("Use a password"));
  expect(signIn).toHaveBeenCalledWith("credentials");
});

test("replaces the session for both", () => {
  const update = jest.fn(async () => session);
  const mock = jest.spyOn(nextAuth, "useSession");
  mock.mockReturnValue({ data: null, status: "loading", update });
  const { rerender } = render(<Panel />, { wrapper: InWallet });
  screen.getByText("Account: one moment");
  screen.getByText("Wallet: one moment");
  mock.mockReturnValue({ data: session, status: "authenticated", update });
  rerender(<Panel key="again" />);
  screen.getByText("Disconnect Ada");
  screen.getByText(/Account 1: Ada/);
});
