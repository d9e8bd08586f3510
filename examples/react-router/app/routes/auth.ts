import { handleAuth } from "../auth.server.ts";
import type { Route } from "./+types/auth.ts";

export const loader = ({ request }: Route.LoaderArgs) => handleAuth(request);
export const action = ({ request }: Route.ActionArgs) => handleAuth(request);
