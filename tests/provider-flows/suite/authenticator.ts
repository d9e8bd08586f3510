import type { Page } from "@playwright/test";

/** A device that keeps passkeys, and says yes at once, as its owner would. */
export interface Authenticator {
  /** How many passkeys it has. */
  count(): Promise<number>;
  /** Whether its owner shows the right finger from now on. */
  recognise(isOwner: boolean): Promise<void>;
  /** Whether its owner touches it at once from now on, or not at all. */
  touch(isTouched: boolean): Promise<void>;
}

/**
 * Gives a tab Chromium's virtual authenticator; it outlives the documents that the tab shows.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export async function addAuthenticator(tab: Page): Promise<Authenticator> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async count() {
      const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.length;
    },
    async recognise(isUserVerified) {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    async touch(enabled) {
      await devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
  };
}
