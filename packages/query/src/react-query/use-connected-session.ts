"use client";

import { useSessionClient } from "@sojourn/react";
import { hashKey, useQueryClient } from "@tanstack/react-query";
import * as React from "react";
import { shareConnection } from "../share-connection.ts";
import { connectSession, type ConnectOptions } from "../tanstack/connect-session.ts";
import { sessionKey } from "../tanstack/session-query-options.ts";

/** Keeps the session in the query cache while the component is mounted; see `connectSession`. */
export function useConnectedSession({
  queryKey = sessionKey,
  userScoped,
}: ConnectOptions = {}): void {
  const queryClient = useQueryClient();
  const client = useSessionClient();
  const name = hashKey([queryKey, userScoped]);
  React.useEffect(
    () =>
      shareConnection(queryClient, client, name, () =>
        connectSession(queryClient, client, { queryKey, userScoped }),
      ),
    // `name` contains the key and the filters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [queryClient, client, name],
  );
}
