/** What an element may contain. `undefined` and `false` are left out. */
export type Child = Node | string | undefined | false;

/** Creates an element with attributes and children. Texts are never read as HTML. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((it) => it !== undefined && it !== false));
  return element;
}

/** Creates a button. */
export function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = create("button", { type: "button" }, label);
  button.addEventListener("click", onClick);
  return button;
}

const shown = new WeakMap<Element, string>();

/**
 * Replaces the content of an element if the value differs from the last one, so that a selection in
 * it stays.
 */
export function showIn<T>(element: Element, value: T, render: (value: T) => Child[]): void {
  const text = JSON.stringify(value);
  if (shown.get(element) === text) return;
  shown.set(element, text);
  element.replaceChildren(...render(value).filter((it) => it !== undefined && it !== false));
}
