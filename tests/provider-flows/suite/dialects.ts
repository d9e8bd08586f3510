export type DialectName = "v4" | "v5";

/** What a refused call resolves to, but for `ok: false` and `url: null`. */
export interface Refusal {
  status: number;
  error: string;
  code?: string;
}

/** What a server says in each case; the two versions of Auth.js have words of their own. */
export interface Dialect {
  /** Whether its server has a provider for them. */
  hasPasskeys: boolean;
  wrongPassword: Refusal;
  authorizeThrows: Refusal;
  /** `authorize` throws a `CredentialsSignin` with a code of its own. */
  authorizeGivesCode: Refusal;
  refusedByCallback: Refusal;
  emailRefusedByCallback: Refusal;
  noEmail: Refusal;
  unreachableProvider: Refusal;
  unreachableMailbox: Refusal;
  /** `error` in the address of the page that one comes back to. */
  refusedConsent: string;
  refusedAccount: string;
  deadLink: string;
}

const v4: Dialect = {
  hasPasskeys: false,
  wrongPassword: { status: 401, error: "CredentialsSignin" },
  authorizeThrows: { status: 401, error: "The user database is down" },
  authorizeGivesCode: { status: 401, error: "CredentialsSignin" },
  refusedByCallback: { status: 403, error: "AccessDenied" },
  emailRefusedByCallback: { status: 200, error: "AccessDenied" },
  noEmail: { status: 200, error: "EmailSignin" },
  unreachableProvider: { status: 200, error: "OAuthSignin" },
  unreachableMailbox: { status: 200, error: "EmailSignin" },
  refusedConsent: "Callback",
  refusedAccount: "AccessDenied",
  deadLink: "Verification",
};

const v5: Dialect = {
  hasPasskeys: true,
  wrongPassword: { status: 200, error: "CredentialsSignin", code: "credentials" },
  authorizeThrows: { status: 200, error: "Configuration" },
  authorizeGivesCode: { status: 200, error: "CredentialsSignin", code: "locked" },
  refusedByCallback: { status: 200, error: "AccessDenied" },
  emailRefusedByCallback: { status: 200, error: "AccessDenied" },
  noEmail: { status: 200, error: "Configuration" },
  unreachableProvider: { status: 200, error: "Configuration" },
  unreachableMailbox: { status: 200, error: "Configuration" },
  refusedConsent: "OAuthCallbackError",
  refusedAccount: "AccessDenied",
  deadLink: "Verification",
};

export const dialects: Record<DialectName, Dialect> = { v4, v5 };
