import { fireEvent, render, screen } from "@testing-library/react";
import { SessionProvider, signIn } from "next-auth/react";
import { Account } from "../../src/account";
import { greet } from "../../src/greet";
import MembersOnly from "../../src/members-only";

const session = { user: { name: "Grace" }, expires: "never" };

it("shows the session of the stand-in's provider", () => {
  render(
    <SessionProvider session={session}>
      <MembersOnly>
        <Account />
      </MembersOnly>
    </SessionProvider>,
  );
  screen.getByText("Grace");
});

it("shows nobody without a provider", () => {
  render(<Account />);
  fireEvent.click(screen.getByText("Sign in"));
  expect(signIn).toHaveBeenCalledTimes(1);
});

it("greets", async () => {
  await expect(greet()).resolves.toBe("Hello Grace");
});
