import { useSession } from "@sojourn/react";
import { useSyncExternalStore } from "react";

/** The session's state, when it expires, and how long that is from now. */
export function SessionClock() {
  const { data: session, status } = useSession();
  const now = useSeconds();

  return (
    <dl className="facts">
      <dt>State</dt>
      <dd>{status}</dd>
      <dt>Expires</dt>
      <dd>{session ? <time dateTime={session.expires}>{readable(session.expires)}</time> : "–"}</dd>
      <dt>Left</dt>
      <dd className="countdown">
        {session && now !== null ? duration(Date.parse(session.expires) / 1000 - now) : "–"}
      </dd>
    </dl>
  );
}

/** The time in whole seconds; `null` on the server, which can't know the reader's. */
function useSeconds(): number | null {
  return useSyncExternalStore(
    everyQuarterSecond,
    () => Math.floor(Date.now() / 1000),
    () => null,
  );
}

function everyQuarterSecond(onTick: () => void) {
  const timer = setInterval(onTick, 250);
  return () => clearInterval(timer);
}

/** The same text on every machine, so that what the server rendered still holds. */
function readable(isoTime: string) {
  return `${isoTime.slice(0, 10)}, ${isoTime.slice(11, 19)} UTC`;
}

function duration(seconds: number) {
  const left = Math.max(0, Math.ceil(seconds));
  if (left < 120) return `${left} s`;
  if (left < 7200) return `${Math.round(left / 60)} min`;
  if (left < 172_800) return `${Math.round(left / 3600)} h`;
  return `${Math.round(left / 86_400)} days`;
}
