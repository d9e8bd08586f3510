/** Places of users that the run does not reach, and why. The run prints them. */
export const notRunHere: [place: string, reason: string][] = [
  ["Safari and iOS", "they are of Apple's systems alone, and no npm package has a WebKit"],
  [
    "Firefox",
    "no npm package has it; Debian's would have to be installed, and driven by another tool",
  ],
  ["React Native on a device", "its bundle is run without a document in place of that"],
  [
    "Cloudflare and Vercel themselves",
    "workerd and edge-runtime, on which they are built, are run",
  ],
  ["Chromium before 92", "no older one starts from an npm package"],
  ["TypeScript before 4.9", "React's and TanStack Query's own types are of newer versions"],
  ["Windows and macOS", "the tests run on one machine, with Linux"],
];
