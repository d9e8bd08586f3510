import { fireEvent, render, screen } from "@testing-library/react";
import { signOut, useSession } from "next-auth/react";
import { expect, test, vi } from "vitest";
import { WalletButton } from "wallet-kit";

vi.mock("next-auth/react", { spy: true });

const data = { user: { name: "Grace" }, expires: "2100-01-01T00:00:00.000Z" };

test("a spy on next-auth/react is what the library calls", () => {
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update: vi.fn() });
  vi.mocked(signOut).mockResolvedValue({ url: "/" });
  render(<WalletButton />);
  fireEvent.click(screen.getByText("Disconnect Grace"));
  expect(signOut).toHaveBeenCalledWith({ redirect: false });
});
