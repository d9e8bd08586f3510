import { parseJson } from "../../json.ts";
import type { TabChannel } from "../environment.ts";
import { listen } from "./listen.ts";
import { accessStorage } from "./storage.ts";

/**
 * Reaches other tabs by their `storage` events. What is posted stays readable in storage, so it
 * must not be session data. Where storage is refused, only the own page is reached.
 *
 * @see https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
export function openStorageChannel(
  name: string,
  onMessage: (message: unknown) => void,
): TabChannel {
  let posted: string | undefined;
  return {
    carriesData: false,
    post(message) {
      posted = JSON.stringify(message);
      accessStorage(name, posted);
      // Browsers tell all windows but this one, where others may be listening, too.
      window.dispatchEvent(new StorageEvent("storage", { key: name, newValue: posted }));
    },
    close: listen<StorageEvent>(window, "storage", ({ key, newValue }) => {
      if (key === name && newValue !== posted) onMessage(parseJson(newValue ?? ""));
    }),
  };
}
