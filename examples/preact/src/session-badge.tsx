import { useSession, useSessionClient } from "./session.tsx";

/** Who is signed in, as this tab knows it. */
export function SessionBadge() {
  const { data: session, status } = useSession();
  const client = useSessionClient();
  const isLoading = status === "loading";
  const name = session?.user?.name ?? session?.user?.email;

  return (
    <div class="session">
      <p class="badge" role="status" data-status={status}>
        <span class="badge-dot" aria-hidden="true" />
        <strong class="badge-name">{name ?? (isLoading ? "Checking…" : "Signed out")}</strong>
      </p>
      {session ? (
        <button class="button" type="button" onClick={() => client.signOut()}>
          Sign out
        </button>
      ) : (
        <button
          class="button primary"
          type="button"
          disabled={isLoading}
          onClick={() => client.signIn()}
        >
          Sign in
        </button>
      )}
    </div>
  );
}
