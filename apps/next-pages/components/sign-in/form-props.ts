import type { ClientSafeProvider } from "@sojourn/react";

/** What each way of signing in is given by the sign-in page. */
export interface FormProps {
  provider: ClientSafeProvider;
  /** Where to go afterwards: a place in this app. */
  callbackUrl: string;
  /** What is shown at present. */
  error: string | null;
  onOutcome: (error: string | null) => void;
}
