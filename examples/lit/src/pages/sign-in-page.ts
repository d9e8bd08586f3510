import { type ClientSafeProvider, prepareSignIn } from "@sojourn/core";
import { html } from "lit";
import { client } from "../client.ts";
import { PageElement } from "../page-element.ts";
import { fieldsOf, labelOf } from "./provider-fields.ts";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  unreachable: "The server can’t be reached. Please try again.",
};

const query = new URLSearchParams(location.search);
// The server takes none of another origin.
const callbackUrl = query.get("callbackUrl") ?? "/";

/** The token is there before the form is sent. */
const prepare = () => prepareSignIn(client);

/** Every provider flow that the server's list of providers offers. */
class SignInPage extends PageElement {
  #error = query.get("error") ?? "";
  #providers: ClientSafeProvider[] = [];
  /** The provider whose call is under way. */
  #busy: string | undefined;

  override async connectedCallback() {
    super.connectedCallback();
    const list = await client.getProviders().catch(() => null);
    this.#providers = Object.values(list ?? {});
    this.#show(list ? this.#error : "unreachable");
  }

  #show(error: string, busy?: string) {
    this.#error = error;
    this.#busy = busy;
    this.requestUpdate();
  }

  async #submit(event: Event & { currentTarget: HTMLFormElement }, provider: ClientSafeProvider) {
    event.preventDefault();
    const { redirect, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    const isLeaving = provider.type !== "credentials" || redirect === "on";
    this.#show("", provider.id);
    try {
      const options = { ...fields, callbackUrl, redirect: isLeaving };
      const answer = await client.signIn(provider.id, options);
      if (answer?.url) location.assign(answer.url);
      if (isLeaving || answer?.ok) return; // The browser is on its way to another page.
      this.#show(answer?.error ?? "unreachable");
    } catch {
      this.#show("unreachable");
    }
  }

  protected override render() {
    const error = this.#error;
    const forms = this.#providers.map(
      (it) => html`
        <form
          method="post"
          class="form"
          @focusin=${prepare}
          @submit=${(event: Event & { currentTarget: HTMLFormElement }) => this.#submit(event, it)}
        >
          ${fieldsOf(it)}
          <button class="button" ?disabled=${this.#busy === it.id} @pointerenter=${prepare}>
            ${labelOf(it)}
          </button>
        </form>
      `,
    );
    return html`
      <h1>Sign in</h1>
      <p class="lead">This page is the app’s own, built from what getProviders() returns.</p>
      <p class="form-error" role="alert" data-code=${error}>
        ${error && (messages[error] ?? `Signing in failed (${error}).`)}
      </p>
      ${forms}
    `;
  }
}

customElements.define("sign-in-page", SignInPage);
