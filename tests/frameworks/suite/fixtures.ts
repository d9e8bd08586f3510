import { type ProviderFlowTest, testsOf } from "provider-flows";
import type { FrameworkApp } from "./framework-app.ts";
import { untilHydrated } from "./until-hydrated.ts";

/** Tests of one app, in which each tab that a user opens is hydrated when the test goes on. */
export function testsOfFramework(app: FrameworkApp) {
  const { onJwt, onDatabase, onBriefSessions } = testsOf({ ...app, dialect: "v5" });
  return {
    onJwt: waitingForHydration(onJwt),
    onDatabase: waitingForHydration(onDatabase),
    onBriefSessions: waitingForHydration(onBriefSessions),
  };
}

function waitingForHydration(test: ProviderFlowTest): ProviderFlowTest {
  return test.extend({
    user: async ({ user }, use) => {
      const open = user.open.bind(user);
      user.open = async (path) => {
        const tab = await open(path);
        await untilHydrated(tab);
        return tab;
      };
      await use(user);
    },
  });
}
