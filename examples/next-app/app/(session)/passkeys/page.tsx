"use client";

import { useSession } from "@sojourn/react";
import { WebAuthnError } from "@sojourn/webauthn";
import { signIn } from "@sojourn/webauthn/react";
import { Loading } from "shared/components";
import { useState } from "react";
import { Page } from "../../../components/page";

const code = `
import { signIn } from "@sojourn/webauthn/react";

const { ok, error } = await signIn("passkey", { action: "register", redirect: false });
`;

type Action = "authenticate" | "register";

const messages: Record<string, string> = {
  register: "Added. Sign out, and come back with it.",
  authenticate: "You are back. Look at your other tabs.",
  InvalidStateError: "This device has a passkey of yours already.",
  NotAllowedError: "No passkey was used.",
};

export default function Passkeys() {
  const { status } = useSession();
  const [outcome, setOutcome] = useState<string | null>();
  const [isAsking, setIsAsking] = useState(false);
  const action: Action = status === "authenticated" ? "register" : "authenticate";
  if (status === "loading") return <Loading />;

  async function ask() {
    setIsAsking(true);
    setOutcome(undefined);
    try {
      const { ok, error } = await signIn("passkey", { action, redirect: false });
      setOutcome(ok ? action : error);
    } catch (error) {
      setOutcome(error instanceof WebAuthnError ? error.name : "unreachable");
    }
    setIsAsking(false);
  }

  return (
    <Page
      title="Passkeys"
      lead="Your device vouches for you, by a fingerprint or a PIN. Add one while you are signed in, and sign in with it afterwards, without leaving the page."
      code={code}
    >
      <p className="buttons">
        <button className="button primary" type="button" disabled={isAsking} onClick={ask}>
          {action === "register" ? "Add a passkey" : "Sign in with a passkey"}
        </button>
      </p>
      <p className="form-note" role="status" data-code={outcome}>
        {outcome && (messages[outcome] ?? `That failed (${outcome}).`)}
      </p>
    </Page>
  );
}
