import { render, screen } from "@testing-library/react";
import { SessionContext, type SessionContextValue, useSession } from "next-auth/react";
import { expect, test, vi } from "vitest";
import { AccountButton } from "../src/account-button";
import { ada } from "./sessions";

vi.mock("next-auth/react", { spy: true });

test("watches the actual hook", () => {
  const value: SessionContextValue = { data: ada, status: "authenticated", update: vi.fn() };
  render(
    <SessionContext.Provider value={value}>
      <AccountButton />
    </SessionContext.Provider>,
  );
  expect(screen.getByText("Ada (free)", { exact: false })).toBeTruthy();
  expect(useSession).toHaveBeenCalledTimes(1);
});
