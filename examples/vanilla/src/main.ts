import { openFeature } from "./features/open-feature.ts";
import { append } from "./find.ts";
import "./session.ts";

append(`[data-path="${location.pathname}"]`);

if (location.pathname === "/auth/signin") await import("./sign-in.ts");
if (location.pathname === "/profile") await import("./profile.ts");
await openFeature(location.pathname);
