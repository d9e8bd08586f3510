import {
  isServer,
  type RegisteredSession,
  type SessionBase,
  type SessionClientOptions,
} from "@sojourn/core";
import { defineElement } from "./panel/element.ts";
import { addSource } from "./registry.ts";
import { createSource } from "./source/source.ts";
import type { DevtoolsOptions } from "./types.ts";

/** {@link withDevtools}, in development. */
export function observeOptions<S extends SessionBase = RegisteredSession>(
  options: SessionClientOptions<S> = {},
  devtools: DevtoolsOptions<S> = {},
): SessionClientOptions<S> {
  if (isServer()) return options;
  defineElement();
  const source = createSource(options, devtools);
  addSource(source);
  return { ...options, fetch: source.fetch, inspect: source.inspect };
}
