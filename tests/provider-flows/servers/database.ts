import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Pool } from "pg";
import { freePort } from "../../../scripts/free-port.ts";
import { tables } from "./tables.ts";

export interface Database {
  /** For the environment variable `DATABASE_URL` of an app. */
  url: string;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Leaves the tables, and nothing in them. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

interface DatabaseHandle {
  url: string;
  leave(): Promise<unknown>;
}

/** On the PostgreSQL that `DATABASE_URL` names, or else on one that lives in this process. */
export async function startDatabase(): Promise<Database> {
  const server = process.env["DATABASE_URL"];
  const { url, leave } = await (server ? makeSchema(server) : startEmbedded());
  const pool = new Pool({ connectionString: url, max: 1 });
  await pool.query(tables);
  return {
    url,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async empty() {
      await pool.query('TRUNCATE "user", account, session, "verificationToken", authenticator');
    },
    async close() {
      await pool.end();
      await leave();
    },
  };
}

/** Clients of it have to take turns: it does not keep the statements of two apart. */
async function startEmbedded(): Promise<DatabaseHandle> {
  const db = await PGlite.create();
  const port = await freePort();
  const server = new PGLiteSocketServer({ db, port, host: "127.0.0.1", maxConnections: 20 });
  await server.start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async leave() {
      await server.stop();
      await db.close();
    },
  };
}

/** What else is on that server is not ours to touch. */
async function makeSchema(server: string): Promise<DatabaseHandle> {
  const schema = `provider_flows_${randomBytes(6).toString("hex")}`;
  const pool = new Pool({ connectionString: server, max: 1 });
  await pool.query(`CREATE SCHEMA ${schema}`);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    url: url.href,
    async leave() {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}
