import { withSession } from "@sojourn/astro/react";
import { signIn, signOut, useSession } from "@sojourn/react";
import { useState } from "react";

function SessionBadge() {
  const { data: session, status } = useSession();
  const [hasFailed, setHasFailed] = useState(false);

  async function leave() {
    setHasFailed(false);
    await signOut().catch(() => setHasFailed(true));
  }

  return (
    <div className="session">
      <p className="badge" role="status" data-status={status}>
        <span className="badge-dot" aria-hidden="true" />
        <strong className="badge-name">
          {session
            ? (session.user?.name ?? session.user?.email)
            : status === "loading"
              ? "Checking…"
              : "Signed out"}
        </strong>
        {hasFailed && <span className="badge-error">still here: that didn’t get through</span>}
      </p>
      {session ? (
        <button className="button" type="button" onClick={leave}>
          Sign out
        </button>
      ) : (
        <button
          className="button primary"
          type="button"
          disabled={status === "loading"}
          onClick={() => signIn()}
        >
          Sign in
        </button>
      )}
    </div>
  );
}

export default withSession(SessionBadge);
