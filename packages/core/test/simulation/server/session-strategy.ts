import type { Person } from "./people.ts";

/** What is known of a session. */
export interface Claims {
  readonly person: Person;
  /** What updates have changed. */
  readonly nickname: string;
  /** Which sign-in it comes from; every one has a number of its own. */
  readonly login: number;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly expiresAt: number;
}

/** Where a server keeps its sessions: in the tokens themselves, or in a database. */
export interface SessionStrategy {
  /** A token for a session that begins. */
  create(claims: Claims): string;
  /** What a token stands for; `undefined` if it is not valid, or not valid any more. */
  read(token: string, now: number): Claims | undefined;
  /** A token for a session that goes on. */
  renew(token: string, claims: Claims): string;
  /** Ends a session, as far as that is possible. */
  end(token: string): void;
  /** The number of the sign-in that a token comes from, whether it is valid or not. */
  loginOf(token: string): number;
}

/** Tokens that hold the session, and that nobody can take back: whoever keeps one is signed in. */
export function createJwtStrategy(): SessionStrategy {
  const sign = (claims: Claims): string => `jwt.${JSON.stringify(claims)}`;
  const open = (token: string): Claims => JSON.parse(token.slice("jwt.".length)) as Claims;
  return {
    create: sign,
    read(token, now) {
      if (!token.startsWith("jwt.")) return undefined;
      const claims = open(token);
      return now < claims.expiresAt ? claims : undefined;
    },
    renew: (_token, claims) => sign(claims),
    end() {},
    loginOf: (token) => open(token).login,
  };
}

/** Rows that tokens only name: a session ends when its row is deleted. */
export function createDatabaseStrategy(): SessionStrategy {
  const rows = new Map<string, Claims>();
  return {
    create(claims) {
      const token = `row.${claims.login}`;
      rows.set(token, claims);
      return token;
    },
    read(token, now) {
      const claims = rows.get(token);
      return claims && now < claims.expiresAt ? claims : undefined;
    },
    renew(token, claims) {
      rows.set(token, claims);
      return token;
    },
    end: (token) => void rows.delete(token),
    loginOf: (token) => Number(token.slice("row.".length)),
  };
}
