import { expectUser, signIn, signOut } from "../tabs.ts";
import type { Rule } from "./rule.ts";

/** The core as a page without any build tool loads it. */
export const withoutBuild: Rule[] = [
  {
    name: "a page that loads the core by an import map signs in and out, and tells a page with a bundle",
    async run({ world }) {
      const ours = await world.open("/pages/without-build.html");
      const tabs = [ours, await world.open("/core.html")];
      await expectUser(tabs, null);
      await signIn(ours, "ada");
      await expectUser(tabs, "ada");
      await signOut(ours);
      await expectUser(tabs, null);
    },
  },
];
