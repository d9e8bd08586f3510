import { useSession } from "@sojourn/react";
import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/_authed/protected")({ component: Protected });

function Protected() {
  const { data: session } = useSession();
  return (
    <>
      <h1>For your eyes, {session?.user.name}</h1>
      <p className="lead">
        Only who is signed in sees this, you as {session?.user.role}. Everybody else is sent to the
        sign-in page, and lands here afterwards.
      </p>
    </>
  );
}
