import { withDeadline } from "../../deadline.ts";
import type { Environment } from "../../environment/environment.ts";
import { openItem, type ItemStorage, type StoredItem } from "../stored-item.ts";

/** How an app encrypts what is kept. Each function gets 5 seconds. */
export interface OfflineEncryption {
  encrypt(text: string): string | Promise<string>;
  /**
   * Reverses `encrypt`. Throws, or rejects, if the text cannot be decrypted. It is called when a page
   * starts, so that the session is there if the first read fails.
   */
  decrypt(text: string): string | Promise<string>;
}

/** One item in a storage, a text that may be encrypted. `read` returns it as it is stored. */
export interface EncryptedItem extends Pick<StoredItem, "read" | "remove"> {
  /** Decrypts what is stored. Rejects if that fails or takes too long. */
  decrypt(raw: string): Promise<string>;
  /**
   * Encrypts and stores an item as JSON. If that fails, the older text is removed, too. It never
   * rejects.
   *
   * @param isCurrent asked before it is stored, because encryption may take a while
   */
  write(item: object, isCurrent: () => boolean): Promise<void>;
  /** Drops an item that is being encrypted. */
  cancel(): void;
}

/** How long encryption may take. The app's promise may never settle. */
const LIMIT_MS = 5000;

/** Opens the item with the given key. */
export function openEncryptedItem(
  environment: Pick<Environment, "schedule">,
  storage: ItemStorage,
  key: string,
  encryption: OfflineEncryption | undefined,
): EncryptedItem {
  const { read, write, remove } = openItem(storage, key);
  let changes = 0;

  function cancel(): void {
    changes += 1;
  }

  async function convert(name: keyof OfflineEncryption, text: string): Promise<string> {
    if (!encryption) return text;
    const work = new Promise<string>((resolve) => resolve(encryption[name](text)));
    return withDeadline(environment, LIMIT_MS, work, () => {
      throw new TypeError(`[sojourn] ${name} has taken too long`);
    });
  }

  return {
    read,
    decrypt: (text) => convert("decrypt", text),
    async write(item, isCurrent) {
      changes += 1;
      const own = changes;
      let text: string | undefined;
      try {
        text = await convert("encrypt", JSON.stringify(item));
      } catch {
        // It is not stored, then.
      }
      if (own !== changes || !isCurrent()) return;
      // What is stored is older than what could not be stored.
      if (text === undefined || !write(text)) remove();
    },
    remove() {
      cancel();
      remove();
    },
    cancel,
  };
}
