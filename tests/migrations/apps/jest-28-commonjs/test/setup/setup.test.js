import { render, screen } from "@testing-library/react";
import { useSession } from "next-auth/react";
import { Account } from "../../src/account";
import { greet } from "../../src/greet";
import MembersOnly from "../../src/members-only";

it("shows whom the setup has, and asks nobody", () => {
  render(<Account />);
  screen.getByText("Joan");
  expect(fetch).not.toHaveBeenCalled();
});

it("lets members in", () => {
  render(<MembersOnly>Minutes</MembersOnly>);
  screen.getByText("Minutes");
  expect(useSession).toHaveBeenLastCalledWith({ required: true });
});

it("lets nobody else in", () => {
  useSession.mockReturnValueOnce({ data: null, status: "loading" });
  render(<MembersOnly>Minutes</MembersOnly>);
  screen.getByText("For members");
});

it("greets", async () => {
  expect(await greet()).toBe("Hello Joan");
});
