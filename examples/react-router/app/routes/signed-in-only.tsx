import { requireSession } from "../session.server.ts";
import { Outlet } from "react-router";
import type { Route } from "./+types/signed-in-only.ts";

export const middleware: Route.MiddlewareFunction[] = [requireSession];

/** Where no route has a loader, a navigation in the browser asks no server, and no middleware. */
export const loader = () => null;

export default function SignedInOnly() {
  return <Outlet />;
}
