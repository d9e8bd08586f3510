import { parseJson } from "../json.ts";

/**
 * A `Response` of which parts may be missing. A stub in a test often has only one method to read
 * its body, and no headers.
 */
export interface ResponseLike {
  readonly ok?: boolean;
  readonly status?: number;
  readonly headers?: { get?(name: string): string | null };
  text?(): Promise<unknown>;
  json?(): Promise<unknown>;
}

/** What was read from a response. */
export interface ReadResponse {
  readonly ok: boolean;
  /** The HTTP status; 0 if the response has none and is not ok. */
  readonly status: number;
  /** The parsed body; `undefined` if it was not JSON. */
  readonly data: unknown;
  /** Returns a header's value; an empty text if it cannot be read. */
  header(name: string): string;
}

async function readBody(response: ResponseLike): Promise<unknown> {
  const text = await response.text?.();
  // Route Handlers of next-auth 4 write their refusals as text.
  if (response.status === 400 && text === "[object Object]") return {};
  if (typeof text === "string") return parseJson(text);
  try {
    return await response.json?.();
  } catch {
    return undefined;
  }
}

/** Reads the parts that a response has. */
export async function readResponse(response: ResponseLike): Promise<ReadResponse> {
  const { status = response.ok ? 200 : 0, ok = status >= 200 && status < 300 } = response;
  const header = (name: string): string => response.headers?.get?.(name) ?? "";
  return { ok, status, data: await readBody(response), header };
}
