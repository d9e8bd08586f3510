"use client";

import { useRouter } from "@tanstack/react-router";
import * as React from "react";
import { useRefresh, type RefreshOnChangeProps } from "./use-refresh.ts";

export type { RefreshOnChangeProps } from "./use-refresh.ts";

/**
 * Runs `beforeLoad` and the loaders of the page again (`router.invalidate()`) when the session is
 * not the one for which they have run: once after a sign-in, a sign-out or an update, in any tab.
 * What loaders have loaded for other pages is dropped. Put it into the root route, inside of the
 * provider.
 *
 * @throws Error outside of a `SessionProvider`
 * @see https://tanstack.com/router/latest/docs/framework/react/api/router/RouterType
 */
export function RefreshOnChange(props: RefreshOnChangeProps): null {
  const router = useRouter();
  useRefresh(
    React.useCallback(() => {
      // The router shows what it has cached, though it is invalid, until a loader has run again: the
      // pages of a former user. Old versions have no such function.
      router.clearCache?.();
      return router.invalidate();
    }, [router]),
    props,
  );
  return null;
}
