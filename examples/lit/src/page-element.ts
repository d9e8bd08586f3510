import { LitElement } from "lit";

/** An element that is rendered into the page, so that the page's styles apply to it. */
export class PageElement extends LitElement {
  protected override createRenderRoot() {
    return this;
  }
}
