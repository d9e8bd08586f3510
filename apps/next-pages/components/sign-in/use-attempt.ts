import { useEffect, useState } from "react";

export interface Attempt {
  /** A call is under way, or the browser is on its way to another page. */
  isUnderWay: boolean;
  /**
   * Makes a call that signs in. It resolves to an error to show, to `null` where all is well, and
   * to `"leaving"` where another page is about to load.
   */
  make(call: () => Promise<string | null | "leaving">): Promise<void>;
}

/** One call at a time: a second click on a button finds it disabled. */
export function useAttempt(onOutcome: (error: string | null) => void): Attempt {
  const [isUnderWay, setIsUnderWay] = useState(false);

  useEffect(() => {
    // Back from a provider, the page may be as it was left, with its buttons disabled.
    const revive = ({ persisted }: PageTransitionEvent) => persisted && setIsUnderWay(false);
    addEventListener("pageshow", revive);
    return () => removeEventListener("pageshow", revive);
  }, []);

  async function make(call: () => Promise<string | null>) {
    setIsUnderWay(true);
    onOutcome(null);
    const outcome = await call().catch(() => "unreachable");
    if (outcome === "leaving") return;
    onOutcome(outcome);
    setIsUnderWay(false);
  }

  return { isUnderWay, make };
}
