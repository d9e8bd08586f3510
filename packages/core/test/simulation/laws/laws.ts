import { changesReachAll } from "./agree-at-once.ts";
import { backButtonIsSafe } from "./back-button.ts";
import { garbageChangesNothing } from "./hostile-messages.ts";
import type { LawMaker } from "./law.ts";
import { noReadWaitsForEver } from "./no-endless-wait.ts";
import { nothingIsAliveUnobserved } from "./nothing-alive.ts";
import { nothingIsStored } from "./nothing-stored.ts";
import { oneBrowserOneRequest } from "./one-request.ts";
import { onlyEvidenceSignsOut } from "./only-evidence-signs-out.ts";
import { pagesAgree } from "./pages-agree.ts";
import { messagesCauseFewReads } from "./peer-reads.ts";
import { preparedPagesAreSilent } from "./prerendering.ts";
import { callsEndAsPromised } from "./safe-calls.ts";
import { navigationIsSafe } from "./safe-navigation.ts";
import { equalIsSame } from "./same-object.ts";
import { signOutStays } from "./sign-out-stays.ts";
import { timeIsHonest } from "./time-is-honest.ts";

/** What has to hold in every run, by the name under which it is reported. */
export const laws: Readonly<Record<string, LawMaker>> = {
  "1, only evidence signs out": onlyEvidenceSignsOut,
  "2, a sign-out stays": signOutStays,
  "3, one browser, one request": oneBrowserOneRequest,
  "4, tabs agree": pagesAgree,
  "4, tabs agree at once": changesReachAll,
  "5, nothing is stored": nothingIsStored,
  "6, same session, same object": equalIsSame,
  "7, time is honest": timeIsHonest,
  "8, nothing is alive unobserved": nothingIsAliveUnobserved,
  "9, the back button is safe": backButtonIsSafe,
  "10, no unsafe navigation": navigationIsSafe,
  "12, messages are hostile": garbageChangesNothing,
  "of prerendered pages: nobody notices them": preparedPagesAreSilent,
  "of waits: no read waits for ever": noReadWaitsForEver,
  "of messages: one read a second": messagesCauseFewReads,
  "of the API: calls end as promised": callsEndAsPromised,
};
