import { Auth, type AuthConfig } from "@auth/core";
import { authConfig } from "shared/auth-config";

const config: AuthConfig = { ...authConfig, basePath: "/api/auth", trustHost: true };

export default (request: Request) => Auth(request, config);
