import type { H3Event } from "h3";
import { getServerSession } from "../../src/runtime/server/get-server-session.ts";

/** Who is signed in, for a handler of the test. */
export async function nameOf(event: H3Event): Promise<string> {
  const session = await getServerSession(event);
  return session === undefined ? "unknown" : (session?.user?.name ?? "nobody");
}
