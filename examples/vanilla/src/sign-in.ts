import { prepareSignIn } from "@sojourn/core";
import { lastProvider } from "@sojourn/core/last-provider";
import { signInWithPasskey, WebAuthnError } from "@sojourn/webauthn";
import { append, find } from "./find.ts";
import { client } from "./session.ts";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  NotAllowedError: "No passkey was used.",
  unreachable: "The server can’t be reached. Please try again.",
};

function showError(error: string | null) {
  const alert = find("main [role=alert]");
  alert.dataset["code"] = error ?? "";
  alert.textContent = error && (messages[error] ?? `Signing in failed (${error}).`);
}

const query = new URLSearchParams(location.search);
// The server takes none of another origin.
const callbackUrl = query.get("callbackUrl") ?? "/";
showError(query.get("error"));

const providers = await client.getProviders().catch(() => null);
if (!providers) showError("unreachable");

for (const { id, name, type } of Object.values(providers ?? {})) {
  append(`#${type}`);
  const form = find<HTMLFormElement>("main form:last-of-type");
  const button = find<HTMLButtonElement>("button", form);
  if (type === "oidc") button.textContent = `Sign in with ${name}`;
  if (id === lastProvider(client).getSnapshot()) append("#last-used", form);

  // The token is there before the form is sent.
  form.addEventListener("focusin", () => prepareSignIn(client));
  button.onpointerenter = () => prepareSignIn(client);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const { redirect, ...fields } = Object.fromEntries(new FormData(form));
    const isLeaving = type !== "credentials" || redirect === "on";
    button.disabled = true;
    showError(null);
    try {
      const options = { ...fields, callbackUrl, redirect: isLeaving };
      const answer =
        type === "webauthn"
          ? await signInWithPasskey(client, id, { ...options, action: "authenticate" })
          : await client.signIn(id, options);
      if (answer?.url) location.assign(answer.url);
      if (isLeaving || answer?.ok) return; // The browser is on its way to another page.
      showError(answer?.error ?? "unreachable");
    } catch (error) {
      showError(error instanceof WebAuthnError ? error.name : "unreachable");
    }
    button.disabled = false;
  };
}
