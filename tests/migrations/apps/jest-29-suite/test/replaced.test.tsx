import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import * as nextAuth from "next-auth/react";
import { fetchBooks } from "../src/book-list";
import { UserMenu } from "../src/user-menu";
import { SignInForm } from "../src/sign-in-form";
import { ada } from "./fixtures";

afterEach(() => jest.restoreAllMocks());

test("spies on useSession and signIn", async () => {
  jest
    .spyOn(nextAuth, "useSession")
    .mockReturnValue({ data: null, status: "unauthenticated", update: jest.fn() });
  const signIn = jest.spyOn(nextAuth, "signIn").mockImplementation(async () => undefined);
  render(<UserMenu />);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(signIn).toHaveBeenCalledWith();
});

test("spies on the answer of a sign-in", async () => {
  const onDone = jest.fn();
  const signIn = jest.spyOn(nextAuth, "signIn");
  signIn.mockResolvedValue({ error: null, status: 200, ok: true, url: "/" });
  render(<SignInForm onDone={onDone} />);
  await userEvent.click(screen.getByRole("button"));
  expect(onDone).toHaveBeenCalledWith("/");
});

test("restores what it spied on", () => {
  expect(jest.isMockFunction(nextAuth.signIn)).toBe(false);
});

describe("with another getSession", () => {
  const { getSession } = nextAuth;
  afterEach(() => {
    (nextAuth as any).getSession = getSession;
  });

  test("fetches with its token", async () => {
    (nextAuth as any).getSession = jest.fn().mockResolvedValue(ada);
    global.fetch = jest.fn().mockResolvedValue({ json: async () => [{ title: "Notes" }] });
    await expect(fetchBooks()).resolves.toEqual([{ title: "Notes" }]);
    expect(fetch).toHaveBeenCalledWith("/api/books", {
      headers: { Authorization: "Bearer token-of-ada" },
    });
  });

  test("fetches nothing for nobody", async () => {
    (nextAuth as any).getSession = jest.fn(async () => null);
    await expect(fetchBooks()).resolves.toEqual([]);
  });
});
