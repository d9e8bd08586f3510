import { askSession } from "../ask-session.ts";
import { getRegistry } from "../registry.ts";
import type { EndOutcome } from "../source/faults.ts";
import type { Source } from "../source/source.ts";
import { copyRecording } from "./copy-recording.ts";
import { create, createButton } from "./create.ts";

/** The buttons of the panel, and what they say. */
export interface Toolbar {
  readonly element: HTMLElement;
  update(source: Source): void;
}

const NO_CLIENT = "Pass the client to the panel for this: mountDevtools(client).";

const NO_SESSION = "Nobody is signed in.";

const outcomes: Record<EndOutcome, string> = {
  ended: "The session ends in a second, on the server too.",
  nobody: "The server has no session.",
  refused: "The server has not ended the session. The requests say why.",
};

/** Creates the buttons. They act on the source of the last update. */
export function createToolbar(): Toolbar {
  let source: Source | undefined;
  const message = create("p", { role: "status" });
  const say = (text: string): void => void (message.textContent = text);

  function read(announced: string): void {
    if (source && askSession(source)) return say(announced);
    source?.setFault(undefined);
    say(NO_CLIENT);
  }

  function expire(): void {
    source?.setFault("ends", (outcome) => say(outcomes[outcome]));
    read("Ending the session …");
  }

  function failNext(): void {
    const willFail = source?.view().fault !== "fails";
    source?.setFault(willFail ? "fails" : undefined);
    say(willFail ? "The next read will fail." : "The next read will not fail.");
  }

  async function copyAll(): Promise<void> {
    if (source) say(await copyRecording(source));
  }

  const readNow = createButton("Read now", () => read("Reading."));
  const expireNow = createButton("Expire now", expire);
  const failNextRead = createButton("Fail the next read", failNext);
  const copyButton = createButton("Copy the recording", () => void copyAll());
  const noClient = create("p", { id: "no-client" }, NO_CLIENT);
  const noSession = create("p", { id: "no-session", hidden: "" }, NO_SESSION);

  function setReason(button: HTMLButtonElement, reason: HTMLElement | undefined): void {
    button.disabled = !!reason;
    button.title = reason?.textContent ?? "";
    if (reason) button.setAttribute("aria-describedby", reason.id);
    else button.removeAttribute("aria-describedby");
  }

  const element = create(
    "div",
    { class: "toolbar" },
    readNow,
    expireNow,
    failNextRead,
    copyButton,
    noClient,
    noSession,
    message,
  );

  return {
    element,
    update(next) {
      source = next;
      const { state, fault } = next.view();
      const hasClient = getRegistry().clients.size > 0;
      const reason = hasClient ? undefined : noClient;
      noClient.hidden = hasClient;
      setReason(readNow, reason);
      setReason(expireNow, reason ?? (state?.cache.session ? undefined : noSession));
      failNextRead.setAttribute("aria-pressed", String(fault === "fails"));
      copyButton.disabled = !state;
    },
  };
}
