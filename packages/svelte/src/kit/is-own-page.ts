interface PageEvent {
  readonly request: Request;
  readonly url: URL;
  readonly route: { readonly id: string | null };
}

/**
 * Whether the app has a page at the very path of a request. A `POST` is for the page if it names a
 * form action of it: the client posts to paths such as `/auth/signout`, too.
 *
 * @see https://svelte.dev/docs/kit/form-actions#Named-actions
 */
export function isOwnPage({ request, url, route }: PageEvent): boolean {
  // Groups are in the id of a route, and not in its path.
  const path = route.id?.replaceAll(/\/\([^/]+\)/g, "");
  // The path may have SvelteKit's `base` before it, and a slash after it.
  if (!path || !url.pathname.replace(/\/$/, "").endsWith(path)) return false;
  return request.method !== "POST" || [...url.searchParams.keys()].some((it) => it.startsWith("/"));
}
