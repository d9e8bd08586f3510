import type { Page } from "@playwright/test";
import { expectSignedIn, expectSignedOut } from "shared/e2e";
import { grace } from "../people.ts";
import type { Mailbox } from "../servers/mailbox.ts";
import { type Call, callSignIn, expectRefusal } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { whileAway } from "./network.ts";
import {
  askForLink,
  emailField,
  expectError,
  linkButton,
  openIdButton,
  vouchFor,
} from "./sign-in-page.ts";

/** A server that a provider flow needs, besides the app's own. */
interface Outage {
  what: string;
  server: "openId" | "mailbox";
  refusal: "unreachableProvider" | "unreachableMailbox";
  /** Begins on `/provider-flows`. */
  call: Call;
  /** Begins on the sign-in page. */
  begin(tab: Page): Promise<void>;
  /** Comes in as Grace, from the sign-in page. */
  enter(tab: Page, mailbox: Mailbox): Promise<void>;
  /** How the app names her then. */
  name: string;
}

const outages: Outage[] = [
  {
    what: "an OpenID provider",
    server: "openId",
    refusal: "unreachableProvider",
    call: { provider: "openid" },
    begin: (tab) => openIdButton(tab).click(),
    async enter(tab) {
      await openIdButton(tab).click();
      await vouchFor(tab, grace.name);
    },
    name: grace.name,
  },
  {
    what: "an SMTP server",
    server: "mailbox",
    refusal: "unreachableMailbox",
    call: { provider: "email", email: grace.email },
    async begin(tab) {
      await emailField(tab).fill(grace.email);
      await linkButton(tab).click();
    },
    async enter(tab, mailbox) {
      const link = mailbox.nextLink(grace.email);
      await askForLink(tab, grace.email);
      await tab.goto(await link);
    },
    name: grace.email,
  },
];

export function testOutages(test: ProviderFlowTest): void {
  for (const { what, server, refusal, call, begin, enter, name } of outages) {
    test(`${what} that can't be reached gives ok: false, and who was signed in still is`, async ({
      user,
      dialect,
      mailbox,
      openId,
    }) => {
      await user.signInBehindTheScenes("ada");
      const other = await user.open("/");
      const tab = await user.open("/provider-flows");
      await expectSignedIn(tab, "Ada Lovelace");
      await whileAway({ mailbox, openId }[server], async () => {
        await callSignIn(tab, { ...call, stays: true });
        await expectRefusal(tab, dialect[refusal]);
      });

      await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
      await tab.reload();
      await expectSignedIn(tab, "Ada Lovelace");
    });

    test(`${what} that can't be reached leads back to the sign-in page, which says so, and works when it is back`, async ({
      user,
      dialect,
      mailbox,
      openId,
    }) => {
      const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
      await whileAway({ mailbox, openId }[server], async () => {
        await begin(tab);
        await expectError(tab, dialect[refusal].error);
        await expectSignedOut(tab);
      });

      await enter(tab, mailbox);
      await expectSignedIn(tab, name);
    });
  }
}
