import { firstExecutable, installPackages, onPath } from "./programs.ts";

/** What to do where there is no Firefox. */
export const howToGetFirefox =
  "No Firefox found. Install one (apt-get install firefox-esr), or set SOJOURN_FIREFOX to its path.";

/** The path of a Firefox on this machine: SOJOURN_FIREFOX, or the system's. */
export function findFirefox(): string | undefined {
  return firstExecutable([
    process.env["SOJOURN_FIREFOX"] ?? "",
    ...onPath(["firefox-esr", "firefox"]),
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ]);
}

/** Installs Debian's. */
export function installFirefox(): void {
  console.log("No Firefox found: installing the system's package.");
  installPackages(["firefox-esr"]);
}
