import { Outlet } from "react-router";
import { Failure } from "../components/failure.tsx";
import type { Route } from "./+types/pages.ts";

/** The layout of all pages. */
export default function Pages() {
  return <Outlet />;
}

/** Is below the root, so that an error of a page's loader leaves the provider in place. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Failure error={error} />;
}
