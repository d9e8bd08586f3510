import type { InspectedStep, SessionStatus } from "@sojourn/core";
import { snapshotOf } from "@sojourn/core/plan";
import type { State } from "../types.ts";
import { changesBetween, type Change } from "./changes.ts";
import { describeEffect, describeEvent } from "./describe.ts";

/** One event of a client, ready to be shown. */
export interface EventEntry {
  readonly id: number;
  /** When it was, by the page's clock. */
  readonly at: number;
  readonly type: string;
  readonly text: string;
  readonly status: SessionStatus;
  /** The status before, if the event has changed it. */
  readonly statusBefore: SessionStatus | undefined;
  readonly effects: readonly string[];
  readonly changes: readonly Change[];
}

/** A request or a message of a client, ready to be shown. */
export interface TrafficEntry {
  readonly id: number;
  readonly at: number;
  readonly kind: "request" | "sent" | "received";
  readonly text: string;
  /** How a request has ended; "…" while it is under way. */
  readonly result: string;
  readonly isFailure: boolean;
}

/** Makes the entry of a step. @param before the state before; `undefined` if it is not known */
export function toEventEntry(
  id: number,
  { event, state, effects }: InspectedStep,
  before: State | undefined,
): EventEntry {
  const { status } = snapshotOf(state);
  const statusBefore = before && snapshotOf(before).status;
  return {
    id,
    at: event.now,
    type: event.type,
    text: describeEvent(event),
    status,
    statusBefore: statusBefore === status ? undefined : statusBefore,
    effects: effects.map(describeEffect),
    changes: before ? changesBetween(before, state) : [],
  };
}

/** A message, or a request. */
export type Message = Pick<TrafficEntry, "kind" | "text">;

/** Lists the messages that a step has received and sent. */
export function messagesOf({ event, effects }: InspectedStep): Message[] {
  const isReceived = event.type === "messageReceived";
  const received: Message[] = isReceived ? [{ kind: "received", text: describeEvent(event) }] : [];
  const sent = effects.flatMap<Message>(([name, ...rest]) => {
    if (name === "signalNextAuth") return [{ kind: "sent", text: "signal to next-auth" }];
    if (name !== "announce") return [];
    const [{ type }] = rest as unknown as [{ type: string }];
    return [{ kind: "sent", text: `${type} to all tabs` }];
  });
  return [...received, ...sent];
}
