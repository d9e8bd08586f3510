/**
 * Makes room below the page for a panel that covers its end, so that the user can scroll to all of
 * the page.
 *
 * @returns a function that takes the room away again
 */
export function makeRoomFor(panel: HTMLElement): () => void {
  const { style } = document.body;
  const before = style.paddingBottom;
  style.paddingBottom = `${panel.offsetHeight}px`;
  return () => {
    style.paddingBottom = before;
  };
}
