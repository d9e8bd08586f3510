import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import type { ReactElement } from "react";
import { RenameForm } from "../src/rename-form";
import { SignInForm } from "../src/sign-in-form";
import { UserMenu } from "../src/user-menu";
import { ada, grace } from "./fixtures";

const answers: Record<string, unknown> = {};
const fetchMock = jest.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
  const body = answers[`${init?.method?.toUpperCase() ?? "GET"} ${String(input)}`] ?? {};
  return { ok: true, status: 200, json: async () => body } as Response;
});

beforeEach(() => {
  for (const key of Object.keys(answers)) delete answers[key];
  global.fetch = fetchMock;
});

function renderWith(ui: ReactElement, session?: Session | null) {
  return render(<SessionProvider session={session}>{ui}</SessionProvider>);
}

test.each([ada, grace])("shows $user.name, whose session is long over", (session) => {
  renderWith(<UserMenu />, session);
  expect(screen.getByText(`Signed in as ${session.user.name}`)).toBeInTheDocument();
});

test("goes on showing a session that is long over", async () => {
  answers["GET /api/auth/session"] = ada;
  renderWith(<UserMenu />, ada);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(screen.getByText("Signed in as Ada")).toBeInTheDocument();
});

test("shows nobody at once", () => {
  renderWith(<UserMenu />, null);
  expect(screen.getByRole("button", { name: "Sign in" })).toBeInTheDocument();
});

test("asks the server for whom it does not know", async () => {
  answers["GET /api/auth/session"] = { ...ada, expires: "2100-01-01T00:00:00.000Z" };
  renderWith(<UserMenu />);
  expect(screen.getByText("One moment …")).toBeInTheDocument();
  expect(await screen.findByText("Signed in as Ada")).toBeInTheDocument();
});

test("takes an empty answer for nobody", async () => {
  renderWith(<UserMenu />);
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
});

test("updates the session", async () => {
  answers["GET /api/auth/csrf"] = { csrfToken: "csrf" };
  const renamed = { ...ada, user: { ...ada.user, name: "Countess" } };
  answers["POST /api/auth/session"] = renamed;
  answers["GET /api/auth/session"] = renamed;
  renderWith(<RenameForm />, ada);
  await userEvent.type(screen.getByLabelText("New name"), "Countess");
  await userEvent.click(screen.getByRole("button", { name: "Rename" }));
  expect(await screen.findByText("You are called Countess")).toBeInTheDocument();
});

test("signs in by the actual signIn", async () => {
  answers["GET /api/auth/providers"] = { credentials: { id: "credentials", type: "credentials" } };
  answers["GET /api/auth/csrf"] = { csrfToken: "csrf" };
  answers["POST /api/auth/callback/credentials"] = { url: "http://localhost/books" };
  answers["POST /api/auth/callback/credentials?"] = { url: "http://localhost/books" };
  const onDone = jest.fn();
  renderWith(<SignInForm onDone={onDone} />, null);
  await userEvent.type(screen.getByLabelText("Name"), "ada");
  await userEvent.click(screen.getByRole("button"));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("http://localhost/books"));
  const post = fetchMock.mock.calls.find(([, init]) => init?.method?.toUpperCase() === "POST");
  expect(String(post?.[1]?.body)).toContain("username=ada");
});
