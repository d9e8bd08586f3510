"use client";

import type { RegisteredSession } from "@sojourn/core";
import * as React from "react";
import { containsSession, isSameSession } from "./compare-sessions.ts";
import { authServerOf } from "./auth-server-of.ts";
import { SessionContext, toContextValue, useSessionSource } from "./session-context.ts";
import { shared, type Addition } from "./shared.ts";
import type { SessionContextValue, SessionProviderProps } from "./types.ts";
import { useSession } from "./use-session.ts";

/** Whether a provider's session has all fields of the outer provider's session, and more. */
export function isAddition(
  props: SessionProviderProps,
  outer: SessionContextValue | undefined,
): boolean {
  const { session, client } = props;
  if (!session || client || !outer?.data) return false;
  if (shared.sources.get(outer)?.authServer !== authServerOf(props)) return false;
  return containsSession(session, outer.data) && !containsSession(outer.data, session);
}

/** The `session` prop of one rendering, and the outer provider's session at that time. */
interface Handover {
  readonly session: SessionProviderProps["session"];
  readonly base: RegisteredSession | null | undefined;
}

function additionOf({ session, base }: Handover): Addition | undefined {
  return session && base && containsSession(session, base) ? { session, base } : undefined;
}

/** A nested provider that adds fields to the outer provider's session, and sends no requests. */
export function SessionLayer({ session, children }: SessionProviderProps): React.JSX.Element {
  const source = useSessionSource();
  const { data: base } = useSession();
  const [handover, setHandover] = React.useState<Handover>({ session, base });
  // The prop may be an equal, new object in each rendering.
  if (!isSameSession(handover.session, session)) setHandover({ session, base });

  const added = React.useMemo(() => additionOf(handover), [handover]);
  // A later session that adds nothing is a handover: the server has rendered the page again. It goes
  // to the client once.
  const first = React.useRef(handover);
  React.useEffect(() => {
    if (handover !== first.current && !added) source.client.hydrate(handover.session);
  }, [source, handover, added]);

  const value = React.useMemo(() => toContextValue({ ...source, added }), [source, added]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
