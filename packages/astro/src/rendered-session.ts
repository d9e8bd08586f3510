import type { RegisteredSession } from "@sojourn/core";

type Rendered = RegisteredSession | null | undefined;

const CLASS = "sojourn-session";

/** Returns the element by which a page hands over its rendered session. It is data, and no code. */
export function toElement(session: RegisteredSession | null): string {
  // The text must not end the element, or begin a comment in it.
  const json = JSON.stringify(session).replaceAll("<", "\\u003c");
  return `<script type="application/json" class="${CLASS}">${json}</script>`;
}

/**
 * Returns the last such element of the document. A page has one, and each server island another
 * one.
 */
export function findElement(): Element | undefined {
  const elements = document.getElementsByClassName(CLASS);
  return elements[elements.length - 1];
}

/** Returns the session of such an element. */
export function parseElement(element: Element | undefined): Rendered {
  // The server has written it.
  return element && (JSON.parse(element.textContent ?? "null") as RegisteredSession | null);
}
