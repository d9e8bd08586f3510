"use client";

import { useSessionClient } from "@sojourn/react";
import * as React from "react";
import { useSWRConfig, type Arguments } from "swr";
import { shareConnection } from "../share-connection.ts";
import { connectSession, sessionKey, type ConnectOptions } from "./connect-session.ts";

/** Keeps the session in SWR's cache while the component is mounted; see `connectSession`. */
export function useConnectedSession({ key = sessionKey, userScoped }: ConnectOptions = {}): void {
  const { mutate } = useSWRConfig();
  const client = useSessionClient();
  const latest = React.useRef(userScoped);
  React.useEffect(() => {
    latest.current = userScoped;
  });
  const isScoped = !!userScoped;
  React.useEffect(() => {
    const isOfUser = (it: Arguments): boolean => latest.current === true || !!latest.current?.(it);
    const open = (): (() => void) =>
      connectSession(mutate, client, { key, userScoped: isScoped ? isOfUser : undefined });
    // Filters are functions, which cannot be compared, so components with one do not share a
    // connection.
    return isScoped ? open() : shareConnection(mutate, client, key, open);
  }, [mutate, client, key, isScoped]);
}
