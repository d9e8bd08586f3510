/**
 * Stores `next` under a name, if it is given, and returns what is stored; `undefined` if storage is
 * refused or full.
 */
export function accessStorage(name: string, next?: string): string | null | undefined {
  try {
    if (next) localStorage.setItem(name, next);
    return localStorage.getItem(name);
  } catch {
    return undefined;
  }
}
