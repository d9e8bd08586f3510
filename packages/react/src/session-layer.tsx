"use client";

import type { RegisteredSession } from "@sojourn/core";
import * as React from "react";
import { containsSession, isSameSession } from "./contains.ts";
import { authServerOf } from "./auth-server-of.ts";
import { SessionContext, toContextValue, useSessionSource } from "./session-context.ts";
import { shared, type Addition } from "./shared.ts";
import type { SessionContextValue, SessionProviderProps } from "./types.ts";
import { useSession } from "./use-session.ts";

/** Whether a provider's session has all of the one around it, and more. */
export function isAddition(
  props: SessionProviderProps,
  outer: SessionContextValue | undefined,
): boolean {
  const { session, client } = props;
  if (!session || client || !outer?.data) return false;
  if (shared.sources.get(outer)?.authServer !== authServerOf(props)) return false;
  return containsSession(session, outer.data) && !containsSession(outer.data, session);
}

/** What a provider hands over in one rendering, and what is around it then. */
interface Handed {
  readonly session: SessionProviderProps["session"];
  readonly base: RegisteredSession | null | undefined;
}

function additionOf({ session, base }: Handed): Addition | undefined {
  return session && base && containsSession(session, base) ? { session, base } : undefined;
}

/** A provider that adds something to the session around it, and asks nobody. */
export function SessionLayer({ session, children }: SessionProviderProps): React.JSX.Element {
  const source = useSessionSource();
  const { data: base } = useSession();
  const [handed, setHanded] = React.useState<Handed>({ session, base });
  // A session that is made anew in each rendering is the same one.
  if (!isSameSession(handed.session, session)) setHanded({ session, base });

  const added = React.useMemo(() => additionOf(handed), [handed]);
  // What adds nothing is news, as of a page that the server has rendered since; but only once.
  const first = React.useRef(handed);
  React.useEffect(() => {
    if (handed !== first.current && !added) source.client.hydrate(handed.session);
  }, [source, handed, added]);

  const value = React.useMemo(() => toContextValue({ ...source, added }), [source, added]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
