import { parseJson } from "../../json.ts";
import type { TabChannel } from "../environment.ts";
import { listen } from "./listen.ts";
import { accessStorage } from "./storage.ts";

/**
 * Reaches other tabs by their `storage` events. What is posted stays readable in storage, so it
 * must not be session data. Where storage is refused, nobody is reached.
 *
 * @see https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
export function openStorageChannel(
  name: string,
  onMessage: (message: unknown) => void,
): TabChannel {
  return {
    carriesData: false,
    post: (message) => void accessStorage(name, JSON.stringify(message)),
    close: listen<StorageEvent>(window, "storage", ({ key, newValue }) => {
      if (key === name) onMessage(parseJson(newValue ?? ""));
    }),
  };
}
