import {
  deviceTime,
  findPageStorage,
  onPageStorage,
} from "../../environment/browser/page-storage.ts";
import { parseJson } from "../../json.ts";
import { createEmitter } from "../../store/create-emitter.ts";
import { openItem, type ItemStorage } from "../stored-item.ts";

/** A sign-in that has started, and whose outcome is not known yet. */
export interface Attempt {
  readonly id: string;
  /** When it has started, in milliseconds since the epoch. */
  readonly at: number;
  /** Whether nobody was signed in. Then a session that is there later is its outcome. */
  readonly fromNobody: boolean;
}

interface Kept {
  readonly id?: string | undefined;
  readonly attempt?: Attempt | undefined;
}

/** What is kept of one auth server's sign-ins. If the storage refuses or is full, nothing is. */
export interface ProviderRecord {
  lastId(): string | null;
  /** Returns the attempt that is under way, if it is younger than an hour. */
  attempt(): Attempt | undefined;
  /** Begins an attempt, which replaces the one that is under way, also that of another tab. */
  begin(id: string, fromNobody: boolean): Attempt;
  /** Makes it the last provider, and ends the attempt. */
  succeed(id: string): void;
  /** Drops the attempt, unless another one has replaced it. */
  drop(attempt: Attempt): void;
  clear(): void;
  /** Calls the listener after changes, also by other tabs if the storage is `localStorage`. */
  onChange(listener: () => void): () => void;
}

/** How long a sign-in may take, in milliseconds. A later session has come in another way. */
const LONGEST_ATTEMPT_MS = 3_600_000;
const LONGEST_ID = 256;

/** What the records of this page tell each other. Other tabs learn of it by their storage. */
const changes = createEmitter<["change"]>();

function toId(value: unknown): string | undefined {
  const fits = typeof value === "string" && value.length <= LONGEST_ID;
  return (fits && value) || undefined;
}

function toAttempt(value: unknown): Attempt | undefined {
  // Anything may be stored there, by an older version or by other code.
  const { id: given, at, fromNobody } = { ...(value as object) } as Partial<Attempt>;
  const id = toId(given);
  if (!id || typeof at !== "number") return undefined;
  const ageMs = deviceTime() - at;
  // After the clock was set back, the age is not known.
  const isUnderWay = ageMs >= 0 && ageMs < LONGEST_ATTEMPT_MS;
  return isUnderWay ? { id, at, fromNobody: fromNobody === true } : undefined;
}

/** Opens the record of one auth server; `undefined` where nothing can be kept. */
export function openRecord(
  name: string,
  given: ItemStorage | undefined,
): ProviderRecord | undefined {
  const storage = given ?? findPageStorage();
  if (!storage) return undefined;
  const item = openItem(storage, `${name}:last-provider`);

  function load(): Kept {
    const { id, attempt } = { ...(parseJson(item.read() ?? "") as Kept) };
    return { id: toId(id), attempt: toAttempt(attempt) };
  }

  function store({ id, attempt }: Kept): void {
    // If the storage is full, the older id stays. Nobody needs this one.
    if (id || attempt) item.write(JSON.stringify({ id, attempt }));
    else item.remove();
    changes.emit("change");
  }

  return {
    lastId: () => load().id ?? null,
    attempt: () => load().attempt,
    begin(id, fromNobody) {
      const attempt = { id, at: deviceTime(), fromNobody };
      store({ ...load(), attempt });
      return attempt;
    },
    succeed: (id) => store({ id }),
    drop({ id, at }) {
      const { id: last, attempt } = load();
      if (attempt?.id === id && attempt.at === at) store({ id: last });
    },
    clear: () => store({}),
    onChange(listener) {
      const stops = [changes.on("change", listener)];
      if (!given) stops.push(onPageStorage(listener));
      return () => stops.forEach((stop) => stop());
    },
  };
}
