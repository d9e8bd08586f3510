"use client";

import { useSessionClient } from "@sojourn/react";
import { registerPasskeyAutomatically, startPasskeyAutofill } from "@sojourn/webauthn";
import { useEffect, useState, type FormEvent } from "react";
import { Page } from "../../../components/page";

const code = `
const client = useSessionClient();
const [answer, setAnswer] = useState<PasskeyResponse>();

useEffect(
  () => startPasskeyAutofill(client, "passkey", { redirect: false, onAnswer: setAnswer }),
  [client],
);
`;

export default function Autofill() {
  const client = useSessionClient();
  const [outcome, setOutcome] = useState<string>();

  useEffect(
    () =>
      startPasskeyAutofill(client, "passkey", {
        redirect: false,
        onAnswer: ({ ok, error }) => setOutcome(ok ? "authenticate" : error),
      }),
    [client],
  );

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    const { ok, error } = await client.signIn("credentials", { ...fields, redirect: false });
    setOutcome(ok ? "credentials" : error);
    if (ok && (await registerPasskeyAutomatically(client))?.ok) setOutcome("register");
  }

  return (
    <Page
      title="Passkeys in the autofill"
      lead="Sign in with your password, and the browser may create a passkey for you. The next time, it offers the passkey in the username field."
      code={code}
    >
      <form method="post" className="form" onSubmit={submit}>
        <label htmlFor="username">Username</label>
        {/* oxlint-disable-next-line jsx-a11y/autocomplete-valid -- HTML has "webauthn" since 2023 */}
        <input id="username" name="username" autoComplete="username webauthn" required />
        <label htmlFor="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <button className="button primary">Sign in</button>
        <p className="form-note" role="status" data-code={outcome}>
          {outcome}
        </p>
      </form>
    </Page>
  );
}
