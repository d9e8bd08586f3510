import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onActivity } from "../../../src/environment/browser/activity.ts";

type Handler = (event: object) => void;

const handlers = new Map<string, Handler>();
let page: { hidden: boolean };
let calls: number;

beforeEach(() => {
  handlers.clear();
  calls = 0;
  page = { hidden: false };
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", {
    addEventListener(type: string, handler: Handler, options: { passive: boolean }) {
      if (options.passive) handlers.set(type, handler);
    },
    removeEventListener(type: string, handler: Handler, options: { capture: boolean }) {
      if (options.capture && handlers.get(type) === handler) handlers.delete(type);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const count = (): void => void (calls += 1);

/** An event of the browser's own: only a browser can create one that is trusted. */
function fire(type: string, fields: object = {}): void {
  handlers.get(type)?.({ type, isTrusted: true, ...fields });
}

test("listens to the given events only, until it is stopped", () => {
  const stop = onActivity(["keydown", "wheel"], count);
  fire("keydown");
  fire("wheel");
  fire("pointerdown");
  expect(calls).toBe(2);
  stop();
  expect(handlers.size).toBe(0);
});

test("an event that a script has created is no sign of a person", () => {
  onActivity(["keydown"], count);
  fire("keydown", { isTrusted: false });
  expect(calls).toBe(0);
});

test("a page that becomes visible is a sign, and one that becomes hidden is not", () => {
  onActivity(["visibilitychange"], count);
  page.hidden = true;
  fire("visibilitychange");
  expect(calls).toBe(0);
  page.hidden = false;
  fire("visibilitychange");
  expect(calls).toBe(1);
});

test("a move of a pointer that rests is no sign", () => {
  onActivity(["pointermove"], count);
  fire("pointermove", { screenX: 1, screenY: 1 });
  fire("pointermove", { screenX: 1, screenY: 1 });
  expect(calls).toBe(1);
  fire("pointermove", { screenX: 1, screenY: 2 });
  expect(calls).toBe(2);
});
