import "@sojourn/solid";
import type { Role } from "shared/users";

declare module "@sojourn/solid" {
  interface User {
    role?: Role;
  }
}
