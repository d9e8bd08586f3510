import { expect } from "vitest";
import { users } from "../../server/users.ts";
import { embed } from "../embed.ts";
import { signInByHand } from "../sign-in-by-hand.ts";
import { expectUser } from "../tabs.ts";
import { untilTitle } from "../world.ts";
import type { Rule } from "./rule.ts";

const ada = { username: "ada", password: users["ada"]!.password };

/** A page in a frame of another site. */
export const embedded: Rule[] = [
  {
    name: "a frame of another site whose cookies are dropped says so, and so does a sign-in there",
    async run({ world }) {
      const frame = await embed(world);
      await frame.until("blocked", "cookies-blocked");
      expect(await frame.tell("look")).toBe("blocked");
      expect(await frame.tell("signIn", ada)).toEqual({ code: "cookies-blocked" });
      await frame.until("shown", "unauthenticated");
    },
  },
  {
    name: "a frame of another site has a session of its own, if its cookies are partitioned",
    needs: ["partitioned cookies"],
    async run({ world }) {
      const frame = await embed(world, "SameSite=None; Secure; Partitioned");
      expect(await frame.tell("look")).toBe("partitioned");
      expect(await frame.tell("signIn", ada)).toMatchObject({ ok: true });
      await frame.until("shown", "Ada Lovelace");
      await expectUser([await world.open("/pages/without-build.html")], null);
      await frame.tell("signOut");
      await frame.until("shown", "unauthenticated");
    },
  },
  {
    name: "a frame of another site has the site's session after a sign-in in a popup, and a click",
    needs: ["storage access"],
    // What the user does in one window counts for what a frame in another may do.
    isAlone: true,
    async run({ engine, world, note }) {
      const secure = engine.hasSecureCookiesOnHttpsOnly ? "" : "; Secure";
      const frame = await embed(world, `SameSite=None${secure}`);
      await frame.until("shown", "unauthenticated");
      const popup = await world.group.popupOf(() => frame.click("signInByPopup"));
      await untilTitle(popup, /signin/);
      // Some browsers want to see that the user uses the site itself.
      await popup.click("h1");
      expect(await popup.evaluate(signInByHand, ada)).toBe(200);
      await popup
        .evaluate(() => void setTimeout(() => location.assign("/api/auth/providers")))
        .catch(() => {});
      const { session, ...outcome } = Object(await frame.resultOf("signInByPopup"));
      note(`a frame after its popup: ${JSON.stringify({ ...outcome, hasSession: !!session })}`);
      if (!session) {
        await world.group.allowStorageAccess?.();
        await frame.click("requestAccess");
        expect(JSON.stringify(await frame.resultOf("requestAccess"))).toMatch(
          /"granted":true.*Ada/,
        );
      }
      await frame.until("shown", "Ada Lovelace");
    },
  },
];
