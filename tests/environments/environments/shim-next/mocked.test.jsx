import { useSession } from "@sojourn/react";
import { render, screen } from "@testing-library/react";
import { WalletButton } from "wallet-kit";

jest.mock("@sojourn/react");

test("a mock of @sojourn/react is what the library calls", () => {
  useSession.mockReturnValue({ data: { user: { name: "Grace" } }, status: "authenticated" });
  render(<WalletButton />);
  screen.getByText("Disconnect Grace");
});
