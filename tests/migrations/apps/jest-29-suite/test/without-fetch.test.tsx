import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SessionProvider } from "next-auth/react";
import { useState } from "react";
import { UserMenu } from "../src/user-menu";
import { ada, grace } from "./fixtures";

afterEach(() => jest.useRealTimers());

function Switch() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(!isOpen)}>Menu</button>
      {isOpen && <UserMenu />}
    </>
  );
}

test("shows a session that is long over to whoever comes later", async () => {
  render(
    <SessionProvider session={ada} refetchOnWindowFocus={false}>
      <Switch />
    </SessionProvider>,
  );
  await userEvent.click(screen.getByText("Menu"));
  expect(screen.getByText("Signed in as Ada")).toBeInTheDocument();
});

test("shows it as time goes by", () => {
  jest.useFakeTimers();
  jest.setSystemTime(new Date("2024-05-01T12:00:00Z"));
  render(
    <SessionProvider session={grace}>
      <UserMenu />
    </SessionProvider>,
  );
  act(() => jest.advanceTimersByTime(60_000));
  expect(screen.getByText("Signed in as Grace")).toBeInTheDocument();
});
