/**
 * The numbers that a test asks for in the address of a page, e.g. `?refetchInterval=1`.
 *
 * @returns {import("./window.d.ts").PageOptions}
 */
export function readOptions() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries([...query].map(([name, value]) => [name, Number(value)]));
}
