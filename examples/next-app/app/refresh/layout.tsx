import { RefreshOnChange } from "@sojourn/react/next";
import { Loading } from "shared/components";
import { connection } from "next/server";
import { type ReactNode, Suspense } from "react";
import { auth } from "../../auth";
import { SessionFromServer } from "../../components/session-from-server";

/** A layout whose server component follows the session, without a line of its own for that. */
export default function RefreshLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Suspense fallback={<Loading />}>
        <RenderedFor />
      </Suspense>
    </>
  );
}

async function RenderedFor() {
  // A link that is only in view is no visit: next-auth would make a new token for each.
  await connection();
  const session = await auth();

  return (
    <SessionFromServer session={session}>
      <RefreshOnChange />
      <dl className="facts">
        <dt>rendered for</dt>
        <dd>{session?.user.name ?? "nobody"}</dd>
      </dl>
    </SessionFromServer>
  );
}
