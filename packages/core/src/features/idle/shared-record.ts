import type { IdleEnvironment } from "../../environment/idle-environment.ts";
import type { TabChannel } from "../../environment/environment.ts";
import { parseJson } from "../../json.ts";
import { LONGEST_ATTEMPT_DELAY_MS, LONGEST_GAP_MS, SETTLE_MS } from "./durations.ts";
import { mergeRecords, NO_RECORD, parseRecord, type IdleRecord } from "./idle-record.ts";

/** The record that all tabs share, by storage and by a channel, whichever there is. */
export interface SharedRecord {
  get(): IdleRecord;
  /** Returns the time by the clock that all tabs share, in milliseconds. */
  now(): number;
  /**
   * Whether this page has run for some seconds without a gap. If not, what it learns may be old.
   */
  isAwake(): boolean;
  /** Reads what other tabs have stored. */
  refresh(): void;
  /** Changes the record, stores it and sends it to the other tabs. */
  update(changes: Partial<IdleRecord>): void;
  /**
   * Opens the channel, and asks the other tabs for their record.
   *
   * @param isStart whether nothing was to be done before, so that the gap says nothing
   */
  open(isStart: boolean): void;
  close(): void;
}

const HELLO = { hello: true };

/**
 * Creates a shared record. Its channel is closed at first.
 *
 * @param onMessage called after each record that another tab has sent
 */
export function createSharedRecord(
  environment: IdleEnvironment,
  name: string,
  onMessage: () => void,
): SharedRecord {
  let record = NO_RECORD;
  let text: string | null | undefined;
  // How far the clock of another tab is ahead. The device's clock may have been set back between
  // the starts of the two pages, and a page never follows such a step.
  let aheadMs = 0;
  let channel: TabChannel | undefined;
  let checkedAt: number | undefined;
  let wokeAt: number | undefined;

  function merge(value: unknown): void {
    const other = parseRecord(value);
    if (!other) return;
    // By its writer's clock, an attempt is due in the longest wait at most.
    const writtenAt = Math.max(other.activeAt, other.dueAt - LONGEST_ATTEMPT_DELAY_MS);
    aheadMs = Math.max(aheadMs, writtenAt - environment.now());
    record = mergeRecords(record, other);
  }

  const now = (): number => environment.now() + aheadMs;

  function check(): void {
    if (checkedAt !== undefined && now() - checkedAt > LONGEST_GAP_MS) wokeAt = now();
    checkedAt = now();
  }

  function refresh(): void {
    check();
    const stored = environment.revision(name);
    if (!stored || stored === text) return;
    text = stored;
    merge(parseJson(stored));
  }

  function receiveRecord(message: unknown): void {
    if ((Object(message) as typeof HELLO).hello) return channel?.post(record);
    merge(message);
    onMessage();
  }

  return {
    get: () => record,
    now,
    isAwake() {
      check();
      return wokeAt === undefined || now() - wokeAt > SETTLE_MS;
    },
    refresh,
    update(changes) {
      refresh();
      record = mergeRecords(record, { ...record, ...changes });
      text = JSON.stringify(record);
      environment.revision(name, text);
      channel?.post(record);
    },
    open(isStart) {
      if (isStart) checkedAt = undefined;
      channel ??= environment.openTabChannel(name, receiveRecord);
      channel.post(HELLO);
      refresh();
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
