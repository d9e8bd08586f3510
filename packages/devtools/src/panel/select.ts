import { getRegistry } from "../registry.ts";
import type { Source } from "../source/source.ts";
import { create, showIn } from "./create.ts";

/** The choice between the clients of a page. */
export interface SourceSelect {
  readonly element: HTMLElement;
  /** Returns the chosen source; without a choice, the first one that has a subscriber. */
  current(): Source | undefined;
  update(): void;
}

function isObserved(source: Source): boolean {
  return source.view().state?.tab.type === "observed";
}

/** Creates the choice. It is hidden if there is no choice. @param onChoice called after a choice */
export function createSourceSelect(onChoice: () => void): SourceSelect {
  const select = create("select", { "aria-label": "Client" });
  let chosen: Source | undefined;

  function active(): Source[] {
    return [...getRegistry().sources].filter((it) => it.view().state);
  }

  function current(): Source | undefined {
    const all = active();
    // A module that was replaced while developing leaves a client without a subscriber.
    return chosen ?? all.find(isObserved) ?? all[0];
  }

  select.addEventListener("change", () => {
    chosen = active()[Number(select.value)];
    onChoice();
  });

  return {
    element: select,
    current,
    update() {
      const sources = active();
      select.hidden = sources.length < 2;
      const names = sources.map(({ name }, index) => `${index + 1}: ${name}`);
      showIn(select, names, (all) =>
        all.map((name, index) => create("option", { value: String(index) }, name)),
      );
      const shownNow = current();
      if (shownNow) select.value = String(sources.indexOf(shownNow));
    },
  };
}
