type FetchArguments = [input: RequestInfo | URL, init: RequestInit | undefined];

/** Whether a body can be read only once: a stream, or in Node any asynchronous iterable. */
function isReadOnce(body: unknown): boolean {
  if (typeof body !== "object" || !body) return false;
  return "getReader" in body || Symbol.asyncIterator in body;
}

/**
 * Returns arguments with which a request can be sent once more. Call it before the request is sent,
 * because that reads the body of a `Request`.
 *
 * @returns `undefined` if the body can be read only once, or has been read
 */
export function repeatable(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): FetchArguments | undefined {
  if (isReadOnce(init?.body)) return undefined;
  if (typeof input !== "object" || !("clone" in input)) return [input, init];
  return input.bodyUsed ? undefined : [input.clone(), init];
}
