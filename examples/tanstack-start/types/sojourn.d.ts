import type { Role } from "shared/users";
import "@sojourn/react";

declare module "@sojourn/react" {
  interface Register {
    session: {
      user: { name?: string | null; email?: string | null; role: Role };
      expires: string;
    };
  }
}
