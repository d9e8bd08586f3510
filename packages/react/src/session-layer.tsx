"use client";

import * as React from "react";
import { contains, containsSession } from "./contains.ts";
import { placeOf } from "./place-of.ts";
import { SessionContext, toContextValue } from "./session-context.ts";
import { shared } from "./shared.ts";
import type { SessionContextValue, SessionProviderProps } from "./types.ts";
import { useSession } from "./use-session.ts";
import { useSessionSource } from "./use-session-source.ts";

/** Whether a provider's session has all of the one around it, and more. */
export function isAddition(
  props: SessionProviderProps,
  outer: SessionContextValue | undefined,
): boolean {
  const { session, client } = props;
  if (!session || client || !outer?.data) return false;
  if (shared.sources.get(outer)?.place !== placeOf(props)) return false;
  return containsSession(session, outer.data) && !containsSession(outer.data, session);
}

/** A provider that adds something to the session around it, and asks nobody. */
export function SessionLayer({ session, children }: SessionProviderProps): React.JSX.Element {
  const source = useSessionSource();
  const { data } = useSession();
  const [added, setAdded] = React.useState(session);
  const isSame = added && session ? contains(added, session) && contains(session, added) : false;
  // A session that is made anew in each rendering is the same one.
  if (added !== session && !isSame) setAdded(session);
  const isShown = !!added && !!data && containsSession(added, data);
  const shown = isShown ? added : undefined;

  // What adds nothing is news, if it is anything: of a page that the server has rendered since.
  React.useEffect(() => {
    if (!shown) source.client.hydrate(added);
  }, [source, shown, added]);
  const value = React.useMemo(() => toContextValue({ ...source, added: shown }), [source, shown]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
