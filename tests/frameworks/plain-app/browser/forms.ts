import type { ClientSafeProvider } from "@sojourn/core";
import { client } from "./client.ts";
import { find } from "./find.ts";

const credentialsFields = `<label for="username">Username</label>
  <input id="username" name="username" required />
  <label for="password">Password</label>
  <input id="password" name="password" type="password" required />
  <label class="checkbox"><input type="checkbox" name="redirect" /> Go there by a full page load</label>
  <button class="button primary">Sign in</button>`;

const emailFields = `<label for="email">Email</label>
  <input id="email" name="email" type="email" required />
  <button class="button">Send me a link</button>`;

function createForm({ type, name }: ClientSafeProvider): HTMLFormElement {
  const form = Object.assign(document.createElement("form"), { className: "form" });
  const button = Object.assign(document.createElement("button"), { className: "button" });
  button.textContent = `Sign in with ${name}`;
  if (type === "credentials") form.innerHTML = credentialsFields;
  else if (type === "email") form.innerHTML = emailFields;
  else form.append(button);
  return form;
}

function showError(code: string): void {
  const alert = find("main [role=alert]");
  alert.dataset["code"] = code;
  const isWrong = code === "CredentialsSignin";
  alert.textContent = isWrong
    ? "That username and password don’t belong together."
    : code && `Signing in failed (${code}).`;
}

async function signIn(
  id: string,
  form: HTMLFormElement,
  isLeaving: boolean,
  goTo: (url: string) => void,
): Promise<void> {
  const callbackUrl = new URLSearchParams(location.search).get("callbackUrl") ?? "/";
  const { redirect: _, ...fields } = Object.fromEntries(new FormData(form));
  showError("");
  const options = { ...fields, callbackUrl, redirect: isLeaving };
  const result = await client.signIn(id, options).catch(() => null);
  if (isLeaving) return;
  if (result?.ok && result.url) goTo(result.url);
  else showError(result?.error ?? "unreachable");
}

/** Shows a form for each provider of the server. */
export async function showProviders(goTo: (url: string) => void): Promise<void> {
  showError(new URLSearchParams(location.search).get("error") ?? "");
  const providers = (await client.getProviders()) ?? {};
  for (const provider of Object.values(providers)) {
    const form = createForm(provider);
    form.onsubmit = (event) => {
      event.preventDefault();
      const isLeaving = provider.type !== "credentials" || new FormData(form).has("redirect");
      void signIn(provider.id, form, isLeaving, goTo);
    };
    find("#providers").append(form);
  }
}

/** Has the form of the profile change the name of the user. */
export function listenToProfile(): void {
  find<HTMLFormElement>("#profile").onsubmit = async (event) => {
    event.preventDefault();
    const name = find<HTMLInputElement>("#name").value;
    const session = await client.update({ name }).catch(() => null);
    find("main [role=status]").textContent =
      session?.user?.name === name ? "Saved. Look at your other tabs." : "That wasn’t accepted.";
  };
}
