import { getToken } from "@auth/core/jwt";
import type { RequestHandler } from "express";

const { AUTH_SECRET: secret, AUTH_URL: appUrl, OIDC_ISSUER: issuer } = process.env;

/** What this needs of the provider's metadata. See https://openid.net/specs/openid-connect-discovery-1_0.html */
interface Metadata {
  end_session_endpoint?: string;
}

const LIMIT_MS = 5000;

async function fetchEndpoint(): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal });
    if (!response.ok) return undefined;
    const { end_session_endpoint: endpoint } = (await response.json()) as Metadata;
    return endpoint;
  } catch {
    return undefined;
  }
}

/**
 * Answers with the address at which the browser ends the user's session at the OpenID provider;
 * `null` if the user has not signed in there, or the provider does not say it. Nothing in it comes
 * from the request but the ID token, which is in the encrypted cookie. It changes nothing, and only
 * pages of this origin can read it.
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
export const endSessionUrl: RequestHandler = async (request, response) => {
  const { cookie = "" } = request.headers;
  const secureCookie = !!appUrl?.startsWith("https:");
  const token = secret && (await getToken({ req: { headers: { cookie } }, secret, secureCookie }));
  const idToken = token ? token["idToken"] : undefined;
  response.set("Cache-Control", "no-store");
  if (typeof idToken !== "string" || !appUrl) return void response.json({ url: null });

  const endpoint = await fetchEndpoint();
  if (!endpoint) return void response.json({ url: null });
  const url = new URL(endpoint);
  url.searchParams.set("id_token_hint", idToken);
  // It is registered at the provider.
  url.searchParams.set("post_logout_redirect_uri", new URL("/", appUrl).href);
  response.json({ url: url.href });
};
