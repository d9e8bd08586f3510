import { Auth, type AuthConfig } from "@auth/core";
import { authConfig } from "shared/auth-config";

const config: AuthConfig = { ...authConfig, basePath: "/api/auth", trustHost: true };

/** Answers a request to the auth server. */
export const answerAuth = (request: Request) => Auth(request, config);
