import { createErrorResponse, createResponse } from "./web.ts";
import type { Fault, ReceivedRequest } from "./types.ts";

/**
 * Returns a fault that answers with a status, e.g. `server.fault = failing(503)`.
 *
 * @param what one endpoint, e.g. `"GET session"`; by default all
 */
export function failing(status: number, what?: string): Fault {
  return (request) => (concerns(request, what) ? createResponse("", status) : undefined);
}

/**
 * Returns a fault that fails requests as if there were no network; see {@link failing} for `what`.
 */
export function disconnected(what?: string): Fault {
  return (request) => (concerns(request, what) ? createErrorResponse() : undefined);
}

/** Returns a fault that never answers; see {@link failing} for `what`. */
export function hanging(what?: string): Fault {
  return (request) => (concerns(request, what) ? new Promise(() => {}) : undefined);
}

function concerns({ method, endpoint }: ReceivedRequest, what?: string): boolean {
  return !what || what === `${method} ${endpoint}`;
}
