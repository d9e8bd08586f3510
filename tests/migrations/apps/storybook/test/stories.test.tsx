import { composeStories } from "@storybook/react-vite";
import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import * as avatarStories from "../src/avatar.stories";
import * as headerStories from "../src/header.stories";

const header = composeStories(headerStories);
const avatar = composeStories(avatarStories);

describe("Header", () => {
  test("greets whoever is signed in", () => {
    render(<header.SignedIn />);
    expect(screen.getByText(/Welcome, Ada/)).toBeTruthy();
  });

  test("greets whose session is long over", () => {
    render(<header.LongAgo title="Archive" />);
    expect(screen.getByText(/Welcome, Grace/)).toBeTruthy();
    expect(screen.getByRole("heading").textContent).toBe("Archive");
  });

  test("offers to log in", () => {
    render(<header.SignedOut />);
    expect(screen.getByRole("button", { name: "Log in" })).toBeTruthy();
  });
});

describe("Avatar", () => {
  test("is closed at first", () => {
    render(<avatar.Closed />);
    expect(screen.getByRole("button", { name: "A" }).ariaExpanded).toBe("false");
  });

  test("plays", async () => {
    await avatar.Opened.run();
    expect(screen.getByText(/ada@example.com/)).toBeTruthy();
  });

  test("shows somebody else's", () => {
    render(<avatar.SomebodyElse />);
    expect(screen.getByRole("button", { name: "G" })).toBeTruthy();
  });

  test("shows nobody while it waits", () => {
    render(<avatar.Loading />);
    expect(screen.getByText("Nobody")).toBeTruthy();
  });
});
