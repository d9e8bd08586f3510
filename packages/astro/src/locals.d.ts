declare namespace App {
  interface Locals {
    session: import("@sojourn/core").RegisteredSession | null | undefined;
  }
}
