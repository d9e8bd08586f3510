/** A storage that answers at once: `localStorage`, `sessionStorage`, or the app's own. */
export type ItemStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One item in a storage. A storage that throws is an empty one. */
export interface StoredItem {
  /** Returns what is stored; `null` if nothing is, or storage is refused. */
  read(): string | null;
  /** Returns whether the text is stored now. If not, the older text may still be there. */
  write(text: string): boolean;
  remove(): void;
}

/** Opens the item with the given key. */
export function openItem(storage: ItemStorage, key: string): StoredItem {
  return {
    read() {
      try {
        const text: unknown = storage.getItem(key);
        // A storage that answers with a promise has no text.
        return typeof text === "string" ? text : null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        storage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        storage.removeItem(key);
      } catch {
        // It is refused, so it can also not be read.
      }
    },
  };
}
