import { withDeadline } from "../deadline.ts";
import type { Environment } from "../environment/environment.ts";
import { SessionFetchError, type SessionErrorDetails } from "../errors.ts";
import type { SchemaResult, SessionSchema } from "../types/schema.ts";
import type { SessionBase } from "../types/session.ts";

function toFailure(cause: unknown): SchemaResult<never> {
  return { issues: [{ message: String(cause) }] };
}

/**
 * Parses a server session by the schema. `details` are added to the error.
 *
 * @throws SessionFetchError `schema`, `timeout` or `aborted`
 */
export type ParseSession = (
  session: unknown,
  details?: SessionErrorDetails,
  signal?: AbortSignal,
) => Promise<SessionBase>;

async function parseSession<S>(
  schema: SessionSchema<S>,
  session: unknown,
  details: SessionErrorDetails,
): Promise<S> {
  const result = await new Promise<SchemaResult<S>>((resolve) => {
    resolve(schema["~standard"].validate(session));
  }).catch(toFailure);
  // A session has to be an object. The schema may have returned something else, or nothing.
  if (!result.issues && Object(result.value) === result.value) return result.value;
  const issues = result.issues ?? [{ message: "its output is no object" }];
  throw new SessionFetchError("schema", { ...details, issues, detail: issues[0]?.message });
}

/**
 * Creates a parser from a schema, for sessions that the server has sent to this tab or to a peer.
 *
 * @param limitMs how many milliseconds the schema may take. Its promise may never settle
 */
export function createParser(
  environment: Environment,
  schema: SessionSchema<SessionBase> | undefined,
  limitMs: number,
): ParseSession | undefined {
  if (!schema) return undefined;
  return (session, details = {}, signal) => {
    const giveUp = (): never => {
      const code = signal?.aborted ? "aborted" : "timeout";
      throw new SessionFetchError(code, { ...details, detail: "schema" });
    };
    return withDeadline(
      environment,
      limitMs,
      parseSession(schema, session, details),
      giveUp,
      signal,
    );
  };
}
