import type { Recording } from "@sojourn/core";
import { create } from "./create.ts";

function download(text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  create("a", { href, download: "sojourn-recording.json" }).click();
  URL.revokeObjectURL(href);
}

/**
 * Copies a recording. Where the page may not write to the clipboard, the browser saves it as a file.
 *
 * @returns what has happened, for the user
 */
export async function copyRecording(recording: Recording): Promise<string> {
  const text = JSON.stringify(recording);
  try {
    await navigator.clipboard.writeText(text);
    return `Copied ${recording.events.length} events. Sessions are redacted.`;
  } catch {
    download(text);
    return "The browser does not let the page copy. The recording is saved as a file.";
  }
}
