import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";

/** A folder that is all of the PATH during each test, and gone afterwards. */
export interface FakePrograms {
  folder(): string;
  /** Puts a program there, and returns its path. */
  program(name: string): string;
}

/** @param variables what the environment does not have during the tests */
export function useFakePrograms(variables: string[]): FakePrograms {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sojourn-programs-"));
    vi.stubEnv("PATH", folder);
    for (const name of variables) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    folder: () => folder,
    program(name) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "");
      chmodSync(path, 0o755);
      return path;
    },
  };
}
