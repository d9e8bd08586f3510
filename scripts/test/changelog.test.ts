import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pendingNotes, withSection } from "../changelog.ts";
import { root } from "../packages.ts";

const first = { heading: "0.1.0", summaries: ["The first release.\n\n- `one`: a package."] };
const intro = "# Changelog\n\nWhat is new.\n";

test("adds a section below the introduction, above older ones", () => {
  const changelog = withSection(withSection(intro, first), {
    heading: "0.1.1",
    summaries: ["Fix a wait.", "Fix another one."],
  });
  expect(changelog).toBe(
    `${intro}\n## 0.1.1\n\n- Fix a wait.\n- Fix another one.\n\n` +
      "## 0.1.0\n\nThe first release.\n\n- `one`: a package.\n",
  );
});

test("writes the section of a release anew, and not twice", () => {
  const once = withSection(intro, first);
  expect(withSection(once, first)).toBe(once);
  const later = withSection(once, { ...first, summaries: ["Other words.\n\nAnd more."] });
  expect(later).toBe(`${intro}\n## 0.1.0\n\nOther words.\n\nAnd more.\n`);
});

// Later releases are written when the release's pull request is made.
test.runIf(existsSync(join(root, ".changeset/first-release.md")))(
  "says of the first release what its changeset says",
  async () => {
    const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
    const notes = await pendingNotes();
    expect(changelog).toBe(withSection(changelog, notes!));
  },
);
