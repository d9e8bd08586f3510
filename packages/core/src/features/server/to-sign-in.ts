/**
 * Returns the address of the sign-in page, which leads back to the page of the request. It is a path
 * for the redirect of a framework.
 *
 * @param request the request, or what has the page's own address as `url`. In some frameworks the
 *   address of a request is that of the data of a page
 * @param signInPage the path of the sign-in page, which may have a query. Default: `/auth/signin`
 */
export function toSignIn(
  request: { readonly url: string | URL },
  signInPage = "/auth/signin",
): string {
  const { pathname, search } = new URL(request.url);
  // A path that begins with two slashes would be the address of another site.
  const asked = pathname.replace(/^\/+/, "/") + search;
  const separator = signInPage.includes("?") ? "&" : "?";
  return `${signInPage}${separator}callbackUrl=${encodeURIComponent(asked)}`;
}
