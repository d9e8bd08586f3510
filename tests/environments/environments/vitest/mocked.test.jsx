import { useSession } from "@sojourn/react";
import { render, screen } from "@testing-library/react";
import * as React from "react";
import { test, vi } from "vitest";

vi.mock("@sojourn/react");

function Name() {
  return <p>{useSession().data?.user?.name}</p>;
}

test("an automatic mock answers what a test says", () => {
  const data = { user: { name: "Grace Hopper" }, expires: "2100-01-01T00:00:00.000Z" };
  vi.mocked(useSession).mockReturnValue({ data, status: "authenticated", update: vi.fn() });
  render(<Name />);
  screen.getByText("Grace Hopper");
});
