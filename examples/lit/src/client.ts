import { createSessionClient } from "@sojourn/core";

/** The client of this page. */
export const client = createSessionClient({ basePath: "/auth" });
