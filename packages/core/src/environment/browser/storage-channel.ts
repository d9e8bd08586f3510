import { parseJson } from "../../json.ts";
import type { TabChannel } from "../environment.ts";
import { listen } from "./listen.ts";
import { accessStorage } from "./storage.ts";

/**
 * Opens a channel that reaches other tabs by their `storage` events. A message stays readable in
 * storage, so it must not contain session data. If storage is refused, messages reach only this
 * page.
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
      // Browsers send the event to all windows but this one, where other code may listen, too.
      window.dispatchEvent(new StorageEvent("storage", { key: name, newValue: posted }));
    },
    close: listen<StorageEvent>(window, "storage", ({ key, newValue }) => {
      if (key === name && newValue !== posted) onMessage(parseJson(newValue ?? ""));
    }),
  };
}
