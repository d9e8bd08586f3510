import { withDeadline } from "../../deadline.ts";
import type { Environment } from "../../environment/environment.ts";

/** Where the session is kept: `localStorage`, or any other storage that answers at once. */
export type OfflineStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** How an app encrypts what is kept. Each function gets 5 seconds. */
export interface OfflineEncryption {
  encrypt(text: string): string | Promise<string>;
  /**
   * Reverses `encrypt`. Throws, or rejects, if the text cannot be decrypted. It is called when a page
   * starts, so that the session is there if the first read fails.
   */
  decrypt(text: string): string | Promise<string>;
}

/** One place in a storage, for a text that may be encrypted. */
export interface ItemStorage {
  /** Returns what is stored, as it is; `null` if nothing is, or storage is refused. */
  raw(): string | null;
  /** Decrypts what is stored. Rejects if that fails or takes too long. */
  decrypt(raw: string): Promise<string>;
  /**
   * Encrypts and stores an item as JSON. If that fails, the older text is removed, too. It never
   * rejects.
   *
   * @param isCurrent asked before it is stored, because encryption may take a while
   */
  write(item: object, isCurrent: () => boolean): Promise<void>;
  remove(): void;
}

/** How long encryption may take. The app's promise may never settle. */
const LIMIT_MS = 5000;

/** Opens the place with the given key. A storage that throws is an empty one. */
export function openItemStorage(
  environment: Pick<Environment, "schedule">,
  storage: OfflineStorage,
  key: string,
  encryption: OfflineEncryption | undefined,
): ItemStorage {
  let changes = 0;

  function raw(): string | null {
    try {
      return storage.getItem(key);
    } catch {
      return null;
    }
  }

  function remove(): void {
    changes += 1;
    try {
      storage.removeItem(key);
    } catch {
      // It is refused, so it can also not be read.
    }
  }

  async function convert(name: keyof OfflineEncryption, text: string): Promise<string> {
    if (!encryption) return text;
    const work = new Promise<string>((resolve) => resolve(encryption[name](text)));
    return withDeadline(environment, LIMIT_MS, work, () => {
      throw new TypeError(`[sojourn] ${name} has taken too long`);
    });
  }

  return {
    raw,
    decrypt: (text) => convert("decrypt", text),
    async write(item, isCurrent) {
      changes += 1;
      const own = changes;
      const mayStore = (): boolean => own === changes && isCurrent();
      try {
        const converted = await convert("encrypt", JSON.stringify(item));
        if (mayStore()) storage.setItem(key, converted);
      } catch {
        // What is stored is older than what could not be stored.
        if (mayStore()) remove();
      }
    },
    remove,
  };
}
