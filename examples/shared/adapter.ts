import type { Adapter } from "@auth/core/adapters";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";

const { DATABASE_URL: database } = process.env;

/** For links by mail and passkeys, and for sessions that are kept in a database. */
export const adapter: Adapter | undefined = database
  ? DrizzleAdapter(drizzle(new Pool({ connectionString: database, max: 1 })))
  : undefined;
