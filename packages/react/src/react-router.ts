"use client";

import { useRevalidator } from "react-router";
import { useRefresh, type RefreshOnChangeProps } from "./use-refresh.ts";

export type { RefreshOnChangeProps } from "./use-refresh.ts";

/**
 * Runs the loaders of the page again (`revalidate()`) when the session is not the one for which they
 * have run: once after a sign-in, a sign-out or an update, in any tab. Put it into the root route,
 * inside of the provider.
 *
 * @throws Error outside of a `SessionProvider`, and without a data router
 * @see https://reactrouter.com/api/hooks/useRevalidator
 */
export function RefreshOnChange(props: RefreshOnChangeProps): null {
  const { revalidate } = useRevalidator();
  useRefresh(revalidate, props);
  return null;
}
