import "@sojourn/angular";
import type { Role } from "shared/users";

declare module "@sojourn/angular" {
  interface User {
    role?: Role;
  }
}
