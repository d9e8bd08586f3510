import type { ClientSafeProvider } from "@sojourn/core";
import { html, nothing, type TemplateResult } from "lit";

/** What a user has to fill in for a provider. */
export function fieldsOf({ type }: ClientSafeProvider): TemplateResult | typeof nothing {
  if (type === "email")
    return html`
      <label for="email">Email</label>
      <input id="email" name="email" type="email" autocomplete="email" required />
    `;
  if (type !== "credentials") return nothing;
  return html`
    <label for="username">Username</label>
    <input id="username" name="username" autocomplete="username" required />
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required />
    <label class="checkbox">
      <input type="checkbox" name="redirect" />
      Go there by a full page load
    </label>
  `;
}

/** What is on a provider's button. */
export function labelOf({ type, name }: ClientSafeProvider): string {
  if (type === "credentials") return "Sign in";
  return type === "email" ? "Send me a link" : `Sign in with ${name}`;
}
