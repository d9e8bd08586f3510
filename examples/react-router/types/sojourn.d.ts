import "@sojourn/react";
import type { Role } from "shared/users";

declare module "@sojourn/react" {
  interface Register {
    session: {
      user: { name?: string | null; email: string; role: Role };
      expires: string;
    };
  }
}
