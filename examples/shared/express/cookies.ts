import type { ExpressAuthConfig } from "@auth/express";

/**
 * The cookies of an app that other sites embed. `COOKIES=partitioned`: each of these sites has a
 * session of its own. `COOKIES=shared`: a frame has the session of the app's own pages, once the
 * user has allowed it.
 */
function createCookies(kind: string | undefined): ExpressAuthConfig["cookies"] {
  if (kind !== "partitioned" && kind !== "shared") return {};
  const isPartitioned = kind === "partitioned";
  const options = { sameSite: "none", secure: true, partitioned: isPartitioned } as const;
  return {
    sessionToken: { options },
    csrfToken: { options },
    callbackUrl: { options },
  };
}

export const cookies: ExpressAuthConfig["cookies"] = createCookies(process.env["COOKIES"]);
