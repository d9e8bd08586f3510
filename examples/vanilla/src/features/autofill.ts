import {
  registerPasskeyAutomatically,
  signalAllAcceptedCredentials,
  signalUnknownCredential,
  signInWithPasskey,
  startPasskeyAutofill,
  WebAuthnError,
  type PasskeyResponse,
} from "@sojourn/webauthn";
import { find } from "../find.ts";
import { client } from "../session.ts";

const stay = { redirect: false } as const;
const form = find<HTMLFormElement>("main form");

function showOutcome(outcome: string | undefined) {
  const status = find("main [role=status]");
  status.dataset["code"] = outcome ?? "";
  status.textContent = outcome ?? "";
}

async function showAnswer({ ok, error, passkey }: PasskeyResponse) {
  showOutcome(ok ? "authenticate" : error);
  if (ok || !passkey) return;
  // Auth.js has one error for much. The app's own route says whether it does not know the passkey.
  const response = await fetch(`/api/passkeys/${passkey.credentialId}`);
  const { known } = response.ok ? await response.json() : {};
  if (known === false) await signalUnknownCredential(passkey);
}

startPasskeyAutofill(client, "passkey", {
  ...stay,
  onAnswer: (answer) => void showAnswer(answer),
  onError: () => showOutcome("unreachable"),
});

form.onsubmit = async (event) => {
  event.preventDefault();
  const answer = await client.signIn("credentials", {
    ...Object.fromEntries(new FormData(form)),
    ...stay,
  });
  showOutcome(answer.ok ? "credentials" : answer.error);
  if (!answer.ok) return;
  const created = await registerPasskeyAutomatically(client);
  if (created?.ok) showOutcome("register");
};

find<HTMLButtonElement>("#passkey").onclick = async () => {
  try {
    const answer = await signInWithPasskey(client, "passkey", { ...stay, action: "authenticate" });
    if (answer) await showAnswer(answer);
  } catch (error) {
    showOutcome(error instanceof WebAuthnError ? error.name : "unreachable");
  }
};

find<HTMLButtonElement>("#remove").onclick = async () => {
  try {
    const { allAcceptedCredentialIds } = await readPasskeys();
    for (const id of allAcceptedCredentialIds) await removePasskey(id);
    // The browser hides the passkeys that are not in the list, so it has to be what the server has.
    await signalAllAcceptedCredentials(await readPasskeys());
    showOutcome("removed");
  } catch {
    showOutcome("unreachable");
  }
};

async function readPasskeys(): Promise<{ userId: string; allAcceptedCredentialIds: string[] }> {
  const response = await fetch("/api/passkeys");
  if (!response.ok) throw new Error(`The list of passkeys: ${response.status}`);
  return response.json();
}

async function removePasskey(id: string) {
  const path = id.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const response = await fetch(`/api/passkeys/${path}`, { method: "DELETE" });
  if (!response.ok) throw new Error(`The removal of a passkey: ${response.status}`);
}
