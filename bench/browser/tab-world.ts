import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import type { LabServer } from "../../tests/lab/server/lab-server.ts";
import type { ClientName } from "../clients.ts";

/** A client's page, on a server and in a world of its own, in whichever browser. */
export interface TabWorld {
  name: ClientName;
  /** The path of the page. */
  path: string;
  server: LabServer;
  open(path: string): Promise<Tab>;
  /** Opens so many tabs, one after another. */
  openTabs(count: number, path: string): Promise<[Tab, ...Tab[]]>;
  /** Sets the cookie, without any tab of the client's being involved. */
  signInBehindTheScenes(username: string): Promise<void>;
  /** How many session reads an action causes, until none has come for half a second. */
  countReads(action: () => Promise<unknown>): Promise<number>;
}
