import { html } from "lit";
import { PageElement } from "../page-element.ts";

/** What comes after asking for a link. */
class SentPage extends PageElement {
  protected override render() {
    return html`
      <h1>Look into your mailbox</h1>
      <p class="lead">The link in it signs you in. It works once, and for a day.</p>
    `;
  }
}

customElements.define("sent-page", SentPage);
