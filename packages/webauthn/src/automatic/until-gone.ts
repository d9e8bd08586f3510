import type { SessionBase, SessionClient } from "@sojourn/core";

/** How long something may go on for a user. */
export interface UserLimit {
  /** Resolves when the user has gone, or the time is over. */
  readonly gone: Promise<undefined>;
  hasGone(): boolean;
  /** Ends the limit. */
  stop(): void;
}

/** Watches whether the user who is signed in signs out, or another one signs in, or time is over. */
export function untilGone<S extends SessionBase>(
  client: SessionClient<S>,
  limitMs: number,
): UserLimit {
  let isGone = false;
  let resolveGone = (): void => {};
  const gone = new Promise<undefined>((resolve) => {
    resolveGone = () => {
      isGone = true;
      resolve(undefined);
    };
  });
  const timer = setTimeout(resolveGone, limitMs);

  function checkUser(): void {
    if (client.getSnapshot().status === "unauthenticated") resolveGone();
  }

  const ends = [client.subscribe(checkUser), client.on("userChanged", resolveGone)];
  checkUser();
  return {
    gone,
    hasGone: () => isGone,
    stop() {
      clearTimeout(timer);
      for (const end of ends) end();
    },
  };
}
