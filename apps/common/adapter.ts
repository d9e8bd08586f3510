import type { Adapter } from "@auth/core/adapters";
import PostgresAdapter from "@auth/pg-adapter";
import { Pool } from "pg";

const { DATABASE_URL: database } = process.env;

/** For links by mail, and for sessions that are kept in a database. */
export const adapter: Adapter | undefined = database
  ? PostgresAdapter(new Pool({ connectionString: database, max: 1 }))
  : undefined;
