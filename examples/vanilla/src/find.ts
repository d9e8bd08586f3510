/** The element that has to be there. */
export function find<E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
) {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`There is no “${selector}”.`);
  return element;
}

/** Shows what a template holds, at the end of the page or of an element. */
export function append(selector: string, to = find("main")) {
  to.append(find<HTMLTemplateElement>(`template${selector}`).content.cloneNode(true));
}
