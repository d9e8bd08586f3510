/**
 * Ends the body of a request or response that nobody will read, so that the browser does not keep
 * it. Nothing happens if somebody is reading it, or there is none.
 */
export function discardBody(message: unknown): void {
  // A test's stub may have any body.
  const { body } = Object(message) as { body?: { cancel?(): Promise<void> } | null };
  const cancel = async (): Promise<void> => body?.cancel?.();
  cancel().catch(() => {});
}
