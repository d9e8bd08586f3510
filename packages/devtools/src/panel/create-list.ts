/**
 * Shows items as the children of a list. The node of an item that is still there stays where it is,
 * so that it keeps the focus, and what the user has opened stays open.
 */
export function createList<T extends object>(
  list: Element,
  render: (item: T) => Element,
): (items: readonly T[]) => void {
  const nodes = new WeakMap<T, Element>();

  function nodeOf(item: T): Element {
    const node = nodes.get(item) ?? render(item);
    nodes.set(item, node);
    return node;
  }

  return function update(items) {
    const wanted = items.map(nodeOf);
    const stale = new Set(list.children);
    for (const node of wanted) stale.delete(node);
    for (const node of stale) node.remove();
    for (const [index, node] of wanted.entries()) {
      const present = list.children[index];
      if (present !== node) list.insertBefore(node, present ?? null);
    }
  };
}
