import type { APIEvent } from "@solidjs/start/server";
import { handleAuth } from "../../../auth.ts";

export const GET = ({ request }: APIEvent) => handleAuth(request);
export const POST = ({ request }: APIEvent) => handleAuth(request);
