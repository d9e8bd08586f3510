/**
 * Reads what is stored under a name, after replacing it if there is something new; `undefined`
 * where storage is refused or full.
 */
export function accessStorage(name: string, next?: string): string | null | undefined {
  try {
    if (next) localStorage.setItem(name, next);
    return localStorage.getItem(name);
  } catch {
    return undefined;
  }
}
