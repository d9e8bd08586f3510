import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a server knows, and what is wrong with it. */
interface State {
  isConfigured: boolean;
  database: "broken" | Record<"users" | "accounts" | "sessions" | "tokens", object[]>;
  mail?: string;
}

/** The file in which a server has all that it knows. */
export interface StateFile {
  readonly path: string;
  read(): State;
  /** Begins anew; a session in the database is Ada's, by its token, and ends then. */
  reset(session?: { sessionToken: string; expires: Date }): void;
  damage(what: "not configured" | "database down"): void;
  remove(): void;
}

/** Makes the file. */
export function createStateFile(): StateFile {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-recorder-"));
  const path = join(folder, "state.json");
  const read = () => JSON.parse(readFileSync(path, "utf8")) as State;
  const write = (state: State) => writeFileSync(path, JSON.stringify(state));
  const file: StateFile = {
    path,
    read,
    reset(session) {
      const user = { id: "1", name: "ada", email: "ada@example.com", emailVerified: null };
      const sessions = session ? [{ ...session, userId: "1" }] : [];
      const database = { users: [user], accounts: [], sessions, tokens: [] };
      write({ isConfigured: true, database });
    },
    damage(what) {
      if (what === "not configured") write({ ...read(), isConfigured: false });
      else write({ ...read(), database: "broken" });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  file.reset();
  return file;
}
