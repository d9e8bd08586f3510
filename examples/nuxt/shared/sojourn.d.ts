import "@sojourn/nuxt";
import type { Role } from "shared/users";

declare module "@sojourn/nuxt" {
  interface Register {
    session: {
      user: { name?: string | null; email?: string | null; role: Role };
      expires: string;
    };
  }
}
