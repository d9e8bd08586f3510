import { createErrorResponse, createResponse } from "./web.ts";
import type { Fault, ReceivedRequest } from "./types.ts";

/**
 * Lets requests fail with a status, e.g. `server.fault = failing(503)`.
 *
 * @param what one endpoint, e.g. `"GET session"`; by default all
 */
export function failing(status: number, what?: string): Fault {
  return (request) => (concerns(request, what) ? createResponse("", status) : undefined);
}

/** Lets requests fail as where there is no network; see {@link failing} for `what`. */
export function disconnected(what?: string): Fault {
  return (request) => (concerns(request, what) ? createErrorResponse() : undefined);
}

/** Lets requests wait for ever; see {@link failing} for `what`. */
export function hanging(what?: string): Fault {
  return (request) => (concerns(request, what) ? new Promise(() => {}) : undefined);
}

function concerns({ method, endpoint }: ReceivedRequest, what?: string): boolean {
  return !what || what === `${method} ${endpoint}`;
}
