import { snapshotOf } from "@sojourn/core/plan";
import { getRegistry } from "../registry.ts";
import type { Source } from "../source/source.ts";
import { create, createButton } from "./create.ts";
import { createEventsSection } from "./events-section.ts";
import { makeRoomFor } from "./make-room.ts";
import { createMark } from "./mark.ts";
import { noteOpen, wasOpen } from "./open-state.ts";
import { createSourceSelect } from "./select.ts";
import { createSessionSection } from "./session-section.ts";
import { addStyles } from "./styles.ts";
import { createToolbar } from "./toolbar.ts";
import { createTrafficSection } from "./traffic-section.ts";

/** A panel in a shadow root. */
export interface Panel {
  destroy(): void;
}

const HINT =
  "No event yet. Create the client with the devtools: createSessionClient(withDevtools({ … })).";
const NAME = "Sojourn devtools";
/** "In 12 s" has to go on without an event. */
const TICK_MS = 1000;

/** Creates the button and the panel. @param isInline whether the panel is alone, and always open */
export function createPanel(root: ShadowRoot, isInline: boolean): Panel {
  const { sources, listeners } = getRegistry();
  const sections = [createSessionSection(), createEventsSection(), createTrafficSection()];
  const toolbar = createToolbar();
  const select = createSourceSelect(showNow);
  const launcher = createButton("", () => toggle(true));
  const closer = createButton("Close", () => toggle(false));
  const title = create("strong", {}, createMark(), NAME);
  // A `<header>` would be the banner of the page.
  const tools = [select.element, toolbar.element, !isInline && closer];
  const header = create("div", { class: "header" }, title, ...tools);
  const body = create("div", { class: "body" }, ...sections.map(({ element }) => element));
  const hint = create("p", { class: "hint" }, HINT);
  const label = { id: "panel", role: "region", "aria-label": NAME };
  const panel = create("div", label, header, hint, body);
  const stops = new Map<Source, () => void>();
  let frame = 0;
  let giveRoomBack = (): void => {};

  function showNow(): void {
    frame = 0;
    select.update();
    const source = select.current();
    const state = source?.view().state;
    const status = state ? snapshotOf(state).status : "";
    launcher.dataset["status"] = status;
    launcher.setAttribute("aria-label", status ? `${NAME}: ${status}` : NAME);
    hint.hidden = !!source;
    body.hidden = !source;
    if (!source || panel.hidden) return;
    toolbar.update(source);
    for (const section of sections) section.update(source);
  }

  function showSoon(): void {
    frame ||= requestAnimationFrame(showNow);
  }

  function watchSources(): void {
    for (const source of sources) {
      if (!stops.has(source)) stops.set(source, source.subscribe(showSoon));
    }
    showSoon();
  }

  function setOpen(isOpen: boolean): void {
    panel.hidden = !isOpen;
    launcher.hidden = isOpen || isInline;
    launcher.setAttribute("aria-expanded", String(isOpen));
    giveRoomBack();
    giveRoomBack = isOpen && !isInline ? makeRoomFor(panel) : () => {};
    showNow();
  }

  function toggle(isOpen: boolean): void {
    setOpen(isOpen);
    noteOpen(isOpen);
    (isOpen ? closer : launcher).focus();
  }

  launcher.className = "launcher";
  launcher.append(createMark(), create("i", { class: "dot" }));
  launcher.setAttribute("aria-controls", "panel");
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || isInline) return;
    event.stopPropagation();
    toggle(false);
  });
  addStyles(root);
  root.append(launcher, panel);
  setOpen(isInline || wasOpen());
  listeners.add(watchSources);
  watchSources();
  const timer = setInterval(showSoon, TICK_MS);

  return {
    destroy() {
      listeners.delete(watchSources);
      for (const stop of stops.values()) stop();
      clearInterval(timer);
      cancelAnimationFrame(frame);
      giveRoomBack();
      root.replaceChildren();
    },
  };
}
