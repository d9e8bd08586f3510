import type { OfflineEncryption } from "@sojourn/core/offline";

function finished<T>(request: IDBRequest<T>) {
  return new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function openKey(): Promise<CryptoKey> {
  const opening = indexedDB.open("offline-session", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  const database = await finished(opening);
  const keys = () => database.transaction("keys", "readwrite").objectStore("keys");
  const known = await finished<CryptoKey | undefined>(keys().get("session"));
  if (known) return known;
  const algorithm = { name: "AES-GCM", length: 256 };
  const made = await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]);
  // If another tab was faster, its key stays.
  await finished(keys().add(made, "session")).catch(() => {});
  return finished<CryptoKey>(keys().get("session"));
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export const encryption: OfflineEncryption = {
  async encrypt(text) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = new TextEncoder().encode(text);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await openKey(), data);
    return `${toText(iv)} ${toText(new Uint8Array(sealed))}`;
  },
  async decrypt(text) {
    const [iv = "", sealed = ""] = text.split(" ");
    const algorithm = { name: "AES-GCM", iv: toBytes(iv) };
    const data = await crypto.subtle.decrypt(algorithm, await openKey(), toBytes(sealed));
    return new TextDecoder().decode(data);
  },
};
