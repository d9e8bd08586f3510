import { isServer } from "@sojourn/core";
import type { ReadableClient } from "../registry.ts";
import { defineElement, TAG } from "./element.ts";

/** Appends the panel to an element. @returns a function that removes it */
export function appendPanel(
  parent: Element,
  client?: ReadableClient,
  attributes: Readonly<Record<string, string>> = {},
): () => void {
  defineElement();
  const element = document.createElement(TAG);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.client = client;
  parent.append(element);
  return () => element.remove();
}

/** {@link mountDevtools}, in development. */
export function mountPanel(client?: ReadableClient): () => void {
  return isServer() ? () => {} : appendPanel(document.body, client);
}
