import { connection } from "next/server";
import { type ReactNode, Suspense } from "react";
import { auth } from "../auth";
import { SessionFromServer } from "./session-from-server";

interface Props {
  /** What the static shell has in this place. */
  fallback: ReactNode;
  children: ReactNode;
}

/** A part of a page that is streamed with the user's session, into a shell that has none. */
export function WithSession({ fallback, children }: Props) {
  return (
    <Suspense fallback={fallback}>
      <Known>{children}</Known>
    </Suspense>
  );
}

async function Known({ children }: { children: ReactNode }) {
  // A link that is only in view is no visit: next-auth would make a new token for each.
  await connection();
  // Rendered anew after a server action: the provider shows what has changed since.
  return <SessionFromServer session={await auth()}>{children}</SessionFromServer>;
}
