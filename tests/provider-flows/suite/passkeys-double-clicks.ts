import { expectSignedIn } from "shared/e2e";
import { grace } from "../people.ts";
import { addAuthenticator } from "./authenticator.ts";
import type { DoubleClick } from "./double-clicks.ts";
import {
  addButton,
  addPasskey,
  expectOutcome,
  openPasskeysAs,
  passkeyButton,
  signOut,
} from "./passkeys-page.ts";

export const passkeyDoubleClicks: DoubleClick[] = [
  {
    does: "adds one passkey",
    async open(user) {
      const tab = await openPasskeysAs(user, grace);
      await addAuthenticator(tab);
      return tab;
    },
    button: addButton,
    expectDone: (tab) => expectOutcome(tab, "register"),
    causes: { challenges: 1, posts: ["/callback/passkey"] },
  },
  {
    does: "signs in with a passkey once",
    async open(user) {
      const tab = await openPasskeysAs(user, grace);
      await addAuthenticator(tab);
      await addPasskey(tab);
      await signOut(tab);
      return tab;
    },
    button: passkeyButton,
    async expectDone(tab) {
      await expectOutcome(tab, "authenticate");
      await expectSignedIn(tab, grace.name);
    },
    causes: { challenges: 1, posts: ["/callback/passkey"] },
  },
];
