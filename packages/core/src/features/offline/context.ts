import type { Environment } from "../../environment/environment.ts";
import type { SessionPort } from "../../mutations/ports.ts";
import type { Expected } from "./item.ts";
import type { EncryptedItem } from "./encrypted-item.ts";

/** What keeping and showing have in common. */
export interface OfflineContext {
  readonly environment: Environment;
  readonly port: SessionPort;
  readonly stored: EncryptedItem;
  /** The key of the revision, which is also that of the client's channels. */
  readonly name: string;
  /** Returns what a kept item has to agree with now. */
  expected(): Expected;
}
