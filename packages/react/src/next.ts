"use client";

// The ending is for Node, because `next` has no `exports`.
import { useRouter } from "next/navigation.js";
import * as React from "react";
import { useRefresh, type RefreshOnChangeProps } from "./use-refresh.ts";

export type { RefreshOnChangeProps } from "./use-refresh.ts";

/**
 * Renders Next's server components again (`router.refresh()`) when the session is not the one for
 * which they were rendered: once after a sign-in, a sign-out or an update, in any tab. Put it into a
 * layout of the App Router, inside of the provider.
 *
 * @throws Error outside of a `SessionProvider`, and in the Pages Router
 * @see https://nextjs.org/docs/app/api-reference/functions/use-router
 */
export function RefreshOnChange(props: RefreshOnChangeProps): null {
  const { refresh } = useRouter();
  useRefresh(
    // Next may drop a refresh when a navigation begins after it. An app navigates as soon as its sign-in
    // has resolved, so the refresh begins after that.
    React.useCallback(() => void setTimeout(refresh), [refresh]),
    props,
  );
  return null;
}
