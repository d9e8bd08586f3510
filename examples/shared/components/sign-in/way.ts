import type { ClientSafeProvider } from "@sojourn/react";

/** What each way of signing in is told. */
export interface Way {
  provider: ClientSafeProvider;
  callbackUrl: string;
  setError(error: string | null): void;
}
