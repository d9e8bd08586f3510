import type { Environment } from "../../environment/environment.ts";
import type { SessionPort } from "../../mutations/ports.ts";
import type { Expected } from "./item.ts";
import type { ItemStorage } from "./item-storage.ts";

/** What keeping and showing have in common. */
export interface OfflineContext {
  readonly environment: Environment;
  readonly port: SessionPort;
  readonly place: ItemStorage;
  /** Returns what a kept item has to agree with now. */
  expected(): Expected;
}
