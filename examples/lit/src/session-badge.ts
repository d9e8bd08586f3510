import { html } from "lit";
import { client } from "./client.ts";
import { PageElement } from "./page-element.ts";
import { addSession } from "./session-controller.ts";

/** Who is signed in, as this tab knows it. */
class SessionBadge extends PageElement {
  readonly #session = addSession(this, { client });

  protected override render() {
    const { data: session, status } = this.#session.value;
    const isLoading = status === "loading";
    const name = session?.user?.name ?? session?.user?.email;
    const button = session
      ? html`<button class="button" type="button" @click=${() => client.signOut()}>
          Sign out
        </button>`
      : html`<button
          class="button primary"
          type="button"
          ?disabled=${isLoading}
          @click=${() => client.signIn()}
        >
          Sign in
        </button>`;

    return html`
      <div class="session">
        <p class="badge" role="status" data-status=${status}>
          <span class="badge-dot" aria-hidden="true"></span>
          <strong class="badge-name">${name ?? (isLoading ? "Checking…" : "Signed out")}</strong>
        </p>
        ${button}
      </div>
    `;
  }
}

customElements.define("session-badge", SessionBadge);
