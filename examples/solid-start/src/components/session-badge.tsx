import { useSession } from "@sojourn/solid";
import { Show } from "solid-js";

/** Who is signed in, as this tab knows it. */
export function SessionBadge() {
  const session = useSession();
  const isLoading = () => session.status === "loading";
  const name = () => session()?.user?.name ?? session()?.user?.email;

  return (
    <div class="session">
      <p class="badge" role="status" data-status={session.status}>
        <span class="badge-dot" aria-hidden="true" />
        <strong class="badge-name">{name() ?? (isLoading() ? "Checking…" : "Signed out")}</strong>
      </p>
      <Show
        when={session()}
        fallback={
          <button
            class="button primary"
            type="button"
            disabled={isLoading()}
            onClick={() => session.signIn()}
          >
            Sign in
          </button>
        }
      >
        <button class="button" type="button" onClick={() => session.signOut()}>
          Sign out
        </button>
      </Show>
    </div>
  );
}
