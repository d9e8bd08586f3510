import { signInWithPasskey, WebAuthnError } from "@sojourn/webauthn";
import { find } from "../find.ts";
import { client } from "../session.ts";

const form = find<HTMLFormElement>("main form");
const button = find<HTMLButtonElement>("button", form);
const isSignedIn = () => client.getSnapshot().status === "authenticated";

function showButton() {
  button.textContent = isSignedIn() ? "Add a passkey" : "Sign in with a passkey";
}

function showOutcome(outcome: string | undefined) {
  const status = find("[role=status]", form);
  status.dataset["code"] = outcome ?? "";
  status.textContent = outcome ?? "";
}

form.onsubmit = async (event) => {
  event.preventDefault();
  const action = isSignedIn() ? "register" : "authenticate";
  button.disabled = true;
  showOutcome(undefined);
  try {
    const answer = await signInWithPasskey(client, "passkey", { action, redirect: false });
    showOutcome(answer?.ok ? action : answer?.error);
  } catch (error) {
    showOutcome(error instanceof WebAuthnError ? error.name : "unreachable");
  }
  button.disabled = false;
};

client.subscribe(showButton);
showButton();
