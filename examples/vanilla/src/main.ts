import { append } from "./find.ts";
import { showLastUser } from "./offline.ts";
import "./session.ts";

append(`[data-path="${location.pathname}"]`);

if (location.pathname === "/auth/signin") await import("./sign-in.ts");
if (location.pathname === "/profile") await import("./profile.ts");
if (location.pathname === "/passkeys") await import("./passkeys.ts");
if (location.pathname === "/offline") showLastUser();
if (location.pathname === "/orders") await import("./orders.ts");
if (location.pathname === "/autofill") await import("./autofill.ts");
if (location.pathname === "/idle") await import("./idle.ts");
if (location.pathname === "/provider-flows") await import("./provider-flows.ts");
