import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishedPackages } from "../packages.ts";
import {
  filesNaming,
  isPlaceholder,
  renameRepository,
  renameSite,
  repositoryAddress,
  repositoryFields,
  siteAddress,
} from "../repository.ts";

const placeholder = "https://github.com/OWNER/sojourn";
const address = "https://github.com/someone/sessions";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-repository-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test.each(publishedPackages())("$folder names the repository of the root", (it) => {
  expect(it.manifest).toMatchObject(repositoryFields(repositoryAddress(), it.folder));
});

test("the placeholder is left nowhere when there is an address", () => {
  if (isPlaceholder(repositoryAddress())) return;
  expect(filesNaming("github.com/OWNER/")).toEqual([]);
});

test("the site's placeholder is left nowhere when there is an address", () => {
  if (isPlaceholder(siteAddress())) return;
  expect(filesNaming("OWNER.github.io")).toEqual([]);
});

test("one call fills in the address of the site, in all files that name it", () => {
  write("package.json", JSON.stringify({ homepage: siteAddress() }));
  write("packages/core/README.md", `[Errors](${siteAddress()}concepts/errors.html)\n`);
  expect(renameSite(siteAddress(), "https://sojourn.example/", folder)).toEqual([
    "package.json",
    "packages/core/README.md",
  ]);
  expect(readFileSync(join(folder, "packages/core/README.md"), "utf8")).toBe(
    "[Errors](https://sojourn.example/concepts/errors.html)\n",
  );
  expect(() => renameSite(siteAddress(), "https://sojourn.example", folder)).toThrow("slash");
});

test("one call fills in the address, in all files that name it", () => {
  write("package.json", JSON.stringify({ repository: placeholder }));
  write(
    "packages/core/package.json",
    JSON.stringify(repositoryFields(placeholder, "packages/core")),
  );
  write(".github/ISSUE_TEMPLATE/config.yml", `url: ${placeholder}/discussions\n`);
  write("README.md", "It names none.\n");

  const files = renameRepository(placeholder, address, folder);
  expect(files).toEqual([
    ".github/ISSUE_TEMPLATE/config.yml",
    "package.json",
    "packages/core/package.json",
  ]);
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  expect(JSON.parse(read("package.json"))).toEqual({ repository: address });
  expect(JSON.parse(read("packages/core/package.json"))).toEqual(
    repositoryFields(address, "packages/core"),
  );
  expect(read(".github/ISSUE_TEMPLATE/config.yml")).toBe(`url: ${address}/discussions\n`);
});

test.each(["nothing", "git@github.com:someone/sojourn.git", `${address}.git`, `${address}/`])(
  "refuses %s as an address",
  (wrong) => {
    write("package.json", placeholder);
    expect(() => renameRepository(placeholder, wrong, folder)).toThrow("Expected an address");
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(placeholder);
  },
);
