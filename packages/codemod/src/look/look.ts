import { lookAtCalls } from "./calls.ts";
import { lookAtInternals } from "./internals.ts";
import { lookAtOffline } from "./offline.ts";
import { lookAtOtherStrings } from "./other-string.ts";
import { lookAtPastExpires } from "./past-expires.ts";
import { lookAtReplacedExports } from "./replaced-export.ts";
import type { Hit, Look, Scene } from "./scene.ts";
import { lookAtSignInError } from "./sign-in-error.ts";
import { lookAtWidePatterns } from "./wide-pattern.ts";

const looks: Look[] = [
  lookAtCalls,
  lookAtInternals,
  lookAtOffline,
  lookAtOtherStrings,
  lookAtPastExpires,
  lookAtReplacedExports,
  lookAtSignInError,
  lookAtWidePatterns,
];

/** Returns all places to look at in one program. */
export function look(scene: Scene): Hit[] {
  return looks.flatMap((it) => it(scene));
}
