/**
 * Whether a browser loads a page by the request. Other responses renew no cookie: one that arrives
 * after a sign-out in another tab would bring the cookie back. A POST may itself be a sign-in or a
 * sign-out. To an address without https, browsers send no `Sec-Fetch-Mode`.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
export function isPageLoad({ headers, method }: Pick<Request, "headers" | "method">): boolean {
  if (method !== "GET") return false;
  const mode = headers.get("Sec-Fetch-Mode");
  if (mode !== null) return mode === "navigate";
  return /\btext\/html\b/i.test(headers.get("Accept") ?? "");
}
