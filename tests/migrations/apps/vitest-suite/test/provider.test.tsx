import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";
import { useState } from "react";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { AccountButton } from "../src/account-button";
import { PasswordForm } from "../src/password-form";
import { Upgrade } from "../src/upgrade";
import { ada, grace } from "./sessions";

let session: Session | null = null;

const server = setupServer(
  http.get("*/api/auth/session", () => HttpResponse.json(session)),
  http.post("*/api/auth/session", async () => {
    session &&= { ...session, user: { ...session.user, plan: "paid" } };
    return HttpResponse.json(session);
  }),
  http.get("*/api/auth/csrf", () => HttpResponse.json({ csrfToken: "csrf" })),
  http.get("*/api/auth/providers", () =>
    HttpResponse.json({ credentials: { id: "credentials", type: "credentials" } }),
  ),
  http.post("*/api/auth/callback/credentials", async ({ request }) => {
    const form = new URLSearchParams(await request.text());
    const isAda = form.get("username") === "ada";
    if (isAda) session = { ...ada, expires: grace.expires };
    const query = isAda ? "" : "?error=CredentialsSignin&code=credentials";
    return HttpResponse.json({ url: `http://localhost:3000/home${query}` });
  }),
);

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => {
  session = null;
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test.each([ada, grace])("shows $user.name, whatever expires says", (rendered) => {
  render(
    <SessionProvider session={rendered}>
      <AccountButton />
    </SessionProvider>,
  );
  expect(screen.getByText(rendered.user.name ?? "", { exact: false })).toBeTruthy();
});

test("asks the server", async () => {
  session = grace;
  render(
    <SessionProvider>
      <AccountButton />
    </SessionProvider>,
  );
  expect(screen.getByText("…")).toBeTruthy();
  expect(await screen.findByText("Grace (paid)", { exact: false })).toBeTruthy();
});

test("upgrades", async () => {
  session = { ...ada, expires: grace.expires };
  render(
    <SessionProvider session={session}>
      <Upgrade />
      <AccountButton />
    </SessionProvider>,
  );
  await userEvent.click(screen.getByText("Upgrade"));
  expect(await screen.findByText("Ada (paid)", { exact: false })).toBeTruthy();
});

test.each([
  ["eve", "Wrong name or password"],
  ["ada", "http://localhost:3000/home"],
])("signs in %s by password", async (name, outcome) => {
  function Page() {
    const [url, setUrl] = useState<string | null>(null);
    return url ? <p role="alert">{url}</p> : <PasswordForm onDone={setUrl} />;
  }
  render(
    <SessionProvider session={null}>
      <Page />
    </SessionProvider>,
  );
  await userEvent.type(screen.getByLabelText("Name"), name);
  await userEvent.click(screen.getByText("Sign in"));
  expect((await screen.findByRole("alert")).textContent).toBe(outcome);
});
