import type { Session, SessionClient } from "@sojourn/core";

/** What a page has shown, from when on. */
export interface Shown {
  status: string;
  /** Who is on screen. */
  user: string | null;
  error: string | null;
  /** Milliseconds since the epoch, by a clock that tests leave alone. */
  at: number;
}

export interface PageOptions {
  refetchInterval?: number;
  timeoutMs?: number;
  /** How many components of a React page use the session. */
  consumers?: number;
  /** Whether a React page has the session from the server: 1 is yes. */
  isRendered?: number;
  /** Whether a React page is rendered as on a server, and then hydrated: 1 is yes. */
  isHydrated?: number;
}

/** What a half of a page with two clients can do. */
type Half = Pick<SessionClient<Session>, "signIn" | "signOut">;

/** What a page in a frame says, and is told. */
export interface FrameMessage {
  type: string;
  detail?: unknown;
  /** Whether it is to be done when the user clicks into the frame next. */
  isForClick?: boolean;
}

declare global {
  interface Window {
    /** Of the page that embeds another site: what that has said, and how to tell it something. */
    frameReports: FrameMessage[];
    tellFrame(order: FrameMessage): void;
    /** Of the page that runs two clients. */
    halves: { ours: Half; theirs: Half };
    /** What tests may use of a page. */
    lab: {
      shown: Shown[];
      /** A page of next-auth has its functions of the same names here. */
      client: SessionClient<Session>;
      /** What a page does when the pointer enters a sign-in button. */
      prepareSignIn?(): void;
      /** How often the consumers of a React page have rendered. */
      renders?: number;
      /** Unmounts and mounts this part of a React page so many times, as it is shown at the end. */
      remount?(part: "provider" | "consumers", times: number): void;
      /** Unmounts all of a React page. */
      unmount?(): void;
    };
  }
}
