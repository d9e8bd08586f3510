import { SessionProvider } from "@sojourn/react";
import { render, screen } from "@testing-library/react";
import { test } from "vitest";
import { WalletButton, WalletProvider } from "wallet-kit";
import { Account } from "./app/account.jsx";

const session = { user: { name: "Grace" }, expires: "2100-01-01T00:00:00.000Z" };

test.each([WalletProvider, SessionProvider])(
  "a library and its app share a provider",
  (Provider) => {
    render(
      <Provider session={session}>
        <Account />
        <WalletButton />
      </Provider>,
    );
    screen.getByText("Grace");
    screen.getByText("Disconnect Grace");
  },
);
