import { requiredContext } from "../session.server.ts";
import type { Route } from "./+types/protected.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { user } = context.get(requiredContext);
  return { name: user.name ?? user.email, role: user.role };
}

export default function Protected({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>For your eyes, {loaderData.name}</h1>
      <p className="lead">
        Your role is {loaderData.role}. Only signed-in users see this page. Others are sent to the
        sign-in page, and come back here.
      </p>
    </>
  );
}
