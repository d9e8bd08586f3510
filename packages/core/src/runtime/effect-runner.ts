import type { Effect, Emission } from "../session/effect.ts";
import { copyStructure } from "../share-structure.ts";
import type { Emitter } from "../store/create-emitter.ts";
import type { PeerChannel } from "../tabs/peer-channel.ts";
import type { Reader } from "./create-reader.ts";
import type { PageSiblings } from "./page-siblings.ts";
import type { RuntimeOptions } from "./runtime-options.ts";

/** What effects are carried out with. */
interface Tools extends Pick<RuntimeOptions, "environment" | "name" | "confirmSignOut"> {
  readonly reader: Reader;
  readonly peers: PeerChannel;
  readonly siblings: PageSiblings;
  /** See `SessionPort`. */
  readonly abortableRequests: Set<AbortController>;
  readonly emit: Emitter<Emission>["emit"];
}

/** Makes a function that carries out one effect of the machine. */
export function createEffectRunner(tools: Tools): (effect: Effect) => void {
  const { environment, name, reader, peers, siblings, abortableRequests, emit } = tools;

  return function run(effect) {
    switch (effect[0]) {
      case "read":
        // An abandoned client may hold the lock for a request that never ends.
        reader.read(effect[1], effect[2] || siblings.hasAbandoned());
        break;
      case "abort":
        reader.abort();
        if (effect[1]) for (const controller of abortableRequests) controller.abort();
        break;
      case "announce":
        peers.announce(effect[1], effect[2]);
        break;
      case "changeRevision":
        environment.revision(name, String(environment.random()));
        break;
      case "signalNextAuth":
        peers.signalNextAuth();
        break;
      case "confirmSignOut":
        tools.confirmSignOut(effect[1]);
        break;
      default:
        // Handlers may write to their arguments, so these are copies. The compiler does not see that
        // they still fit the name.
        emit(...(effect.map(copyStructure) as typeof effect));
    }
  };
}
