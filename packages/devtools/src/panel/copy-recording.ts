import type { Source } from "../source/source.ts";
import { create } from "./create.ts";

function download(text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  create("a", { href, download: "sojourn-recording.json" }).click();
  URL.revokeObjectURL(href);
}

/**
 * Copies the recording of a source. Where the page may not write to the clipboard, the browser saves
 * it as a file.
 *
 * @returns what has happened, for the user
 */
export async function copyRecording(source: Source): Promise<string> {
  const recording = source.recording();
  const sessions = source.isRedactedByDefault ? "redacted" : "as your `redact` leaves them";
  const text = JSON.stringify(recording);
  try {
    await navigator.clipboard.writeText(text);
    return `Copied ${recording.events.length} events. Sessions are ${sessions}.`;
  } catch {
    download(text);
    return "The browser does not let the page copy. The recording is saved as a file.";
  }
}
