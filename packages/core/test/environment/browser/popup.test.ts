import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openPopup } from "../../../src/environment/browser/popup.ts";

const opened = {
  closed: false,
  opener: {} as unknown,
  location: { href: "about:blank" },
  close: vi.fn<() => void>(),
};
let isFocused: boolean;

beforeEach(() => {
  isFocused = false;
  Object.assign(opened, { closed: false, location: { href: "about:blank" } });
  vi.stubGlobal("window", { open: () => opened });
  vi.stubGlobal("document", { hasFocus: () => isFocused });
});
afterEach(() => vi.unstubAllGlobals());

test("a popup that is blocked is none", () => {
  vi.stubGlobal("window", { open: () => null });
  expect(openPopup()).toBeNull();
});

test("a popup goes where it is sent, and knows nothing of who has sent it", () => {
  const popup = openPopup()!;
  popup.go("https://github.example/");
  expect(opened.opener).toBeNull();
  expect(opened.location.href).toBe("https://github.example/");
  expect(popup.url()).toBe("https://github.example/");
});

test("the address of another origin is nobody's business", () => {
  const refuse = (): never => {
    throw new DOMException("Blocked a frame", "SecurityError");
  };
  Object.defineProperty(opened, "location", { get: refuse, configurable: true, enumerable: true });
  expect(openPopup()!.url()).toBeUndefined();
  Object.defineProperty(opened, "location", { value: {}, writable: true });
});

describe("a popup is closed", () => {
  test("if it says so, and the user is back at the page", () => {
    const popup = openPopup()!;
    isFocused = true;
    expect(popup.isClosed()).toBe(false);
    opened.closed = true;
    expect(popup.isClosed()).toBe(true);
  });

  test("not before: a provider's page may have cut it off, and the user may be there", () => {
    const popup = openPopup()!;
    opened.closed = true;
    expect(popup.isClosed()).toBe(false);
    isFocused = true;
    expect(popup.isClosed()).toBe(true);
  });
});
