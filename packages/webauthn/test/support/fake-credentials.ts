import { onTestFinished, vi } from "vitest";

/** What the browser is asked for, and has not answered yet, or has. */
export interface Prompt {
  readonly kind: "get" | "create";
  readonly isConditional: boolean;
  readonly challenge: string;
  readonly isPending: boolean;
  accept(): void;
  reject(name: string): void;
}

interface Asked {
  mediation?: string;
  signal?: AbortSignal;
  publicKey: { challenge: ArrayBuffer };
}

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

function credentialOf(kind: string) {
  const response =
    kind === "get"
      ? { authenticatorData: bytes("a"), signature: bytes("s"), userHandle: bytes("user") }
      : { attestationObject: bytes("o") };
  return {
    id: "cGFzc2tleQ",
    rawId: bytes("passkey"),
    type: "public-key",
    response: { ...response, clientDataJSON: bytes("{}") },
    getClientExtensionResults: () => ({}),
  };
}

/**
 * Gives the page the credentials API of a browser, with what newer browsers have.
 *
 * @param newer static members of `PublicKeyCredential`
 */
export function installCredentials(newer: Record<string, unknown> = {}) {
  const prompts: Prompt[] = [];
  const hooks: { onAsked?: () => void } = {};

  function ask(kind: Prompt["kind"], { mediation, signal, publicKey }: Asked): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => () => {
        prompt.isPending = false;
        end();
      };
      const prompt = {
        kind,
        isConditional: mediation === "conditional",
        challenge: btoa(String.fromCodePoint(...new Uint8Array(publicKey.challenge))),
        isPending: true,
        accept: settle(() => resolve(credentialOf(kind))),
        reject: (name: string) => settle(() => reject(new DOMException("no", name)))(),
      };
      prompts.push(prompt);
      hooks.onAsked?.();
      signal?.addEventListener("abort", () => {
        if (prompt.isPending) settle(() => reject(signal.reason))();
      });
    });
  }

  vi.stubGlobal(
    "PublicKeyCredential",
    Object.assign(() => {}, newer),
  );
  Object.defineProperty(navigator, "credentials", {
    configurable: true,
    value: {
      get: (asked: Asked) => ask("get", asked),
      create: (asked: Asked) => ask("create", asked),
    },
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, "credentials");
  });

  return {
    prompts,
    hooks,
    pending: () => prompts.filter(({ isPending }) => isPending),
  };
}
