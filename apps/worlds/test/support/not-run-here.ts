/** Places of users that the run does not reach, and why. The run prints them. */
export const notRunHere: [place: string, reason: string][] = [
  ["Safari and iOS", "WebKit is in no npm package"],
  ["Firefox", "its builds are no npm package; Playwright would have to download one"],
  ["React Native's own runtime", "it needs a device; Metro's bundle for the web is run"],
  [
    "Cloudflare and Vercel themselves",
    "workerd and edge-runtime, on which they are built, are run",
  ],
  ["Windows and macOS", "the machine that runs the tests is one"],
];
