import type { Adapter } from "@auth/core/adapters";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";

const { DATABASE_URL: database } = process.env;

/** The connection to the database, if there is one. */
export const pool: Pool | undefined = database
  ? new Pool({ connectionString: database, max: 1 })
  : undefined;

/** For links by mail and passkeys, and for sessions that are kept in a database. */
export const adapter: Adapter | undefined = pool ? DrizzleAdapter(drizzle(pool)) : undefined;
