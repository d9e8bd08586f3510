import { html } from "lit";
import { client } from "../client.ts";
import { PageElement } from "../page-element.ts";

/** `update()`, checked by the server. */
class ProfilePage extends PageElement {
  #note = "";

  readonly #save = async (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    const session = await client.update({ name }).catch(() => null);
    const isSaved = session?.user?.name === name;
    this.#note = isSaved ? "Saved. Look at your other tabs." : "That wasn’t accepted.";
    this.requestUpdate();
  };

  protected override render() {
    return html`
      <h1>Your profile</h1>
      <p class="lead">Change your name, with another tab in view. It follows within a blink.</p>
      <form method="post" class="form" @submit=${this.#save}>
        <label for="name">Name</label>
        <input id="name" name="name" autocomplete="name" />
        <button class="button primary">Save the name</button>
        <p class="form-note" role="status">${this.#note}</p>
      </form>
    `;
  }
}

customElements.define("profile-page", ProfilePage);
