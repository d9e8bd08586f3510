/** Opens so many tabs, one after another. */
export async function openTabs<T>(count: number, open: () => Promise<T>): Promise<[T, ...T[]]> {
  const tabs: [T, ...T[]] = [await open()];
  while (tabs.length < count) tabs.push(await open());
  return tabs;
}
