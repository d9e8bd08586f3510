import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type Configuration, Provider } from "oidc-provider";
import { people } from "../people.ts";
import { freePort } from "../../../scripts/free-port.ts";
import { comeAndGo, type ComesAndGoes, serve } from "./listen.ts";
import { sendHtml } from "./html.ts";
import { interact } from "./openid-interaction.ts";
import { logOutPage, welcomePage } from "./openid-pages.ts";

export interface OpenIdProvider extends ComesAndGoes {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The parameters of each authorization request, in order. */
  authorizations: Record<string, string>[];
  /** Gives its pages `Cross-Origin-Opener-Policy: same-origin`, or no longer. */
  isolate(isIsolated: boolean): void;
  close(): Promise<void>;
}

/**
 * A real OpenID provider: anybody may be anybody there.
 *
 * @param authPaths where apps have their Auth.js handlers; it sends people back to no other place
 */
export async function startOpenIdProvider(
  authPaths: readonly string[] = ["/api/auth", "/auth"],
): Promise<OpenIdProvider> {
  const port = await freePort();
  // Another site than the apps’: they are visited as 127.0.0.1 when they are tested.
  const issuer = `http://localhost:${port}`;
  const client = { clientId: "sojourn", clientSecret: randomBytes(32).toString("hex") };
  const provider = new Provider(issuer, configure(client, authPaths));
  const authorizations: OpenIdProvider["authorizations"] = [];
  const answer = provider.callback();
  let isIsolated = false;

  const listen = () =>
    serve((request, response) => {
      if (isIsolated) response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
      if (pathname === "/auth") authorizations.push(Object.fromEntries(searchParams));
      if (pathname === "/") return void sendHtml(response, welcomePage());
      if (!pathname.startsWith("/interaction/")) return void answer(request, response);
      interact(provider, request, response).catch((error: unknown) => {
        response.statusCode = 400;
        response.end(String(error));
      });
    }, port);

  const isolate = (next: boolean) => {
    isIsolated = next;
  };
  const presence = comeAndGo(await listen(), listen);
  return { issuer, ...client, authorizations, isolate, ...presence, close: presence.vanish };
}

function configure(
  client: { clientId: string; clientSecret: string },
  authPaths: readonly string[],
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const callbacks = ["127.0.0.1", "localhost"].flatMap((host) =>
    authPaths.map((basePath) => `http://${host}${basePath}/callback/openid`),
  );
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        // On loopback, the callback of a native client may have any port.
        application_type: "native",
        redirect_uris: callbacks,
        post_logout_redirect_uris: ["http://127.0.0.1/", "http://localhost/"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", kid: "only" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    // The apps read names and addresses from the ID token.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource(context, form) {
          context.body = logOutPage(form);
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Interaction: 3600, Session: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount(_context, accountId) {
      const person = people.find(({ username }) => username === accountId);
      if (!person) return undefined;
      const { name, email } = person;
      const claims = () => ({ sub: accountId, name, email, email_verified: true });
      return { accountId, claims };
    },
  };
}
