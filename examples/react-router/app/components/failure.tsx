import { isRouteErrorResponse } from "react-router";

/** Shows what has gone wrong, in place of a page. */
export function Failure({ error }: { error: unknown }) {
  return (
    <>
      <h1>{isRouteErrorResponse(error) ? `Error ${error.status}` : "That didn’t work"}</h1>
      <p className="lead">Please try again.</p>
    </>
  );
}
