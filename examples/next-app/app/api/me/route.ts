import { getProviders, getSession } from "@sojourn/react";

/** Sojourn's functions in a route handler: they forward the cookie of this request. */
export async function GET({ headers }: Request) {
  const session = await getSession({ headers });
  const init = { headers: { "Cache-Control": "private, no-store" } };
  if (!session) return Response.json({ error: "Sign in first." }, { ...init, status: 401 });

  const { name, email, role } = session.user;
  const providers = Object.keys((await getProviders()) ?? {});
  return Response.json({ name, email, role, providers }, init);
}
