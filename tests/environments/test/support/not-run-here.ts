/** The binaries of some environments are installed for this kind of machine alone. */
export const isLinux: boolean = process.platform === "linux" && process.arch === "x64";

/** Environments of users that the run does not reach, and why. The run prints them. */
export const notRunHere: [what: string, reason: string][] = [
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
  [
    "Safari 16.4 and Firefox 111",
    "for the same reasons; `pnpm floor` reads the built files for them",
  ],
  ["Windows and macOS", "the tests run on one machine, with Linux"],
];

if (!isLinux) {
  notRunHere.push(["Node 20, Bun, Deno, old Chromium", "the binaries are for Linux on x64"]);
}
