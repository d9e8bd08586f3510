import "@sojourn/svelte";
import type { Role } from "shared/users";

declare module "@sojourn/svelte" {
  interface User {
    role?: Role;
  }
}
