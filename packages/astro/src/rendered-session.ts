import type { RegisteredSession } from "@sojourn/core";

const ID = "sojourn-session";

/** Returns the element by which a page hands over its rendered session. It is data, and no code. */
export function toElement(session: RegisteredSession | null): string {
  // The text must not end the element, or begin a comment in it.
  const json = JSON.stringify(session).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${ID}">${json}</script>`;
}

/** Returns the rendered session of the document; `undefined` if it was rendered without one. */
export function readElement(): RegisteredSession | null | undefined {
  const json = document.querySelector(`script#${ID}`)?.textContent;
  // The server has written it.
  return json ? (JSON.parse(json) as RegisteredSession | null) : undefined;
}
