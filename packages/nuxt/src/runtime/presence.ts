import type { RegisteredSession, SessionClient } from "@sojourn/core";

/** Who is signed in, for a guard. A read that has failed says nothing. */
export type Presence = "user" | "nobody" | "unknown";

type Client = SessionClient<RegisteredSession>;

/** Returns what the client knows now. */
export function presenceOf(client: Client): Presence {
  const { status, error } = client.getSnapshot();
  if (status === "authenticated") return "user";
  return status === "unauthenticated" && !error ? "nobody" : "unknown";
}

/** Waits for the client's first answer, but not for another one. It never rejects. */
export async function whenPresent(client: Client): Promise<Presence> {
  if (client.getSnapshot().status === "loading") await client.getSession({ maxAge: Infinity });
  return presenceOf(client);
}
