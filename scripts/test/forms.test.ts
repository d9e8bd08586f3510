import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../packages.ts";
import { repositoryAddress } from "../repository.ts";
import { anchorsOf } from "./anchors.ts";

interface Field {
  type: string;
  id?: string;
  validations?: { required?: boolean };
}

const address = repositoryAddress();
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe.each(["bug", "feature"])("the form for a %s", (name) => {
  const { body } = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as { body: Field[] };

  test("has a name for each answer", () => {
    const asked = body.filter(({ type }) => type !== "markdown");
    const ids = asked.map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(asked.some(({ validations }) => validations?.required)).toBe(true);
  });
});

test("a bug asks for a recording, with what is personal taken out", () => {
  const { body } = parse(read(".github/ISSUE_TEMPLATE/bug.yml")) as { body: Field[] };
  const ids = body.flatMap(({ id }) => id ?? []);
  expect(ids).toEqual(
    expect.arrayContaining(["version", "framework", "server", "browser", "happened", "expected"]),
  );
  const recording = JSON.stringify(body.find(({ id }) => id === "recording"));
  for (const word of ["createRecorder", "inspect", "redact"]) expect(recording).toContain(word);
});

test("questions and vulnerabilities go elsewhere", () => {
  const { contact_links: links } = parse(read(".github/ISSUE_TEMPLATE/config.yml")) as {
    contact_links: { name: string; url: string }[];
  };
  const urls = Object.fromEntries(links.map(({ name, url }) => [name, url]));
  expect(urls).toMatchObject({
    Question: `${address}/discussions`,
    Vulnerability: `${address}/security/advisories/new`,
  });
});

test.each(globSync(".github/**/*.{md,yml}", { cwd: root }))(
  "%s links to pages and headings of the repository that exist",
  (form) => {
    const links = Array.from(read(form).matchAll(/https:[^)\s]+/g), ([link]) => link);
    const missing = links.filter((link) => {
      const rest = link.replace(address, "");
      const [, path, anchor] = /^\/blob\/main\/([^#]+)#?(.*)$/.exec(rest) ?? [];
      if (!path) return false;
      return !existsSync(join(root, path)) || (anchor && !anchorsOf(read(path)).has(anchor));
    });
    expect(missing).toEqual([]);
  },
);
