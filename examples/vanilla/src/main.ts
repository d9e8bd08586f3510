import { append } from "./find.ts";
import "./session.ts";

append(`[data-path="${location.pathname}"]`);

if (location.pathname === "/auth/signin") await import("./sign-in.ts");
if (location.pathname === "/profile") await import("./profile.ts");
if (location.pathname === "/passkeys") await import("./passkeys.ts");
if (location.pathname === "/idle") await import("./idle.ts");
if (location.pathname === "/provider-flows") await import("./provider-flows.ts");
