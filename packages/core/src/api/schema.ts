import { SessionFetchError, type SessionErrorDetails } from "../errors.ts";
import type { SchemaResult, SessionSchema } from "../types/schema.ts";

function failed(cause: unknown): SchemaResult<never> {
  return { issues: [{ message: String(cause) }] };
}

/**
 * What a schema makes of a session that the server has sent, to this tab or to another one.
 *
 * @throws SessionFetchError `schema`, with the `issues`
 */
export async function parseSession<S>(
  schema: SessionSchema<S>,
  session: unknown,
  details: SessionErrorDetails = {},
): Promise<S> {
  const result = await new Promise<SchemaResult<S>>((resolve) => {
    resolve(schema["~standard"].validate(session));
  }).catch(failed);
  if (!result.issues) return result.value;
  const { issues } = result;
  throw new SessionFetchError("schema", { ...details, issues, about: issues[0]?.message });
}
