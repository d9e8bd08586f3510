import type { Environment } from "@sojourn/core";
import type { Change, Shown } from "./timeline.ts";

/** What an app reports of its client's events. */
export interface AppStep {
  readonly name: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly effects: readonly string[];
}

/** What an app is created with. */
export interface AppContext {
  readonly environment: Environment;
  /** Seconds between two polls; 0 for none. */
  readonly poll: number;
  /** When the story has started, in milliseconds since the epoch. */
  readonly startedAt: number;
  onStep(step: AppStep): void;
  /** Called when the app shows something else. */
  onShown(): void;
}

/**
 * The app of a tab, whatever client it has. Its calls stay on the page. They resolve to why they have
 * failed, if they have, or reject.
 */
export interface App {
  shown(): Shown;
  signIn(credentials: { username: string; password: string }): Promise<string | undefined>;
  signOut(): Promise<undefined>;
  update(data: { name: string }): Promise<undefined>;
}

/** Says why a call or a read has failed: its code and the HTTP status, or its message. */
export function toReason(error: unknown): string {
  const { code, status, message } = Object(error) as Record<string, unknown>;
  if (typeof code !== "string") return String(message);
  return typeof status === "number" ? `${code} ${status}` : code;
}
