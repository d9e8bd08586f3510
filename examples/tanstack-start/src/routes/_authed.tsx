import { useSession } from "@sojourn/react";
import { createFileRoute, Outlet, redirect, useRouter } from "@tanstack/react-router";
import { Loading } from "shared/components";

/** The layout of all pages for those who are signed in. */
export const Route = createFileRoute("/_authed")({
  async beforeLoad({ context, location }) {
    const session = await context.session;
    // `undefined` means that it could not be read, and sends nobody away.
    if (session === null) {
      throw redirect({ to: "/auth/signin", search: { callbackUrl: location.href } });
    }
    return { session };
  },
  component: Authed,
});

function Authed() {
  const router = useRouter();
  const { status } = useSession({
    required: true,
    // `beforeLoad` redirects.
    onUnauthenticated: () => void router.invalidate(),
  });
  return status === "loading" ? <Loading /> : <Outlet />;
}
