/** Writes what the next release is into CHANGELOG.md: a step of `pnpm run release:version`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getReleasePlan } from "@changesets/get-release-plan";
import { root } from "./packages.ts";

const path = join(root, "CHANGELOG.md");

/** What a release is called in the changelog, and what its changesets say. */
export interface ReleaseNotes {
  heading: string;
  summaries: string[];
}

/** The notes of the changesets that wait for a release; `undefined` if none does. */
export async function pendingNotes(folder: string = root): Promise<ReleaseNotes | undefined> {
  const { changesets, releases } = await getReleasePlan(folder);
  if (changesets.length === 0) return undefined;

  const released = releases.filter(({ type }) => type !== "none");
  // All packages but next-auth's stand-ins have the version of the core.
  const core = released.find(({ name }) => name === "@sojourn/core");
  const heading =
    core?.newVersion ?? released.map((it) => `${it.name} ${it.newVersion}`).join(", ");
  return { heading, summaries: changesets.map(({ summary }) => summary.trim()) };
}

/** A changelog with the section of a release on top, in the place of one of the same heading. */
export function withSection(changelog: string, { heading, summaries }: ReleaseNotes): string {
  const [intro = "", ...sections] = changelog.split(/^(?=## )/m);
  const older = sections.filter((it) => !it.startsWith(`## ${heading}\n`));
  // One sentence is an item of a list. The first release's text has lists of its own.
  const items = summaries.filter((it) => !it.includes("\n")).map((it) => `- ${it}\n`);
  const texts = summaries.filter((it) => it.includes("\n"));
  const parts = [intro, `## ${heading}`, items.join(""), ...texts, ...older];
  return `${parts
    .map((it) => it.trim())
    .filter((it) => it !== "")
    .join("\n\n")}\n`;
}

if (import.meta.main) {
  const notes = await pendingNotes();
  if (notes) writeFileSync(path, withSection(readFileSync(path, "utf8"), notes));
}
