import type { Adapter } from "@auth/core/adapters";
import type { Provider } from "@auth/core/providers";
import Nodemailer from "@auth/core/providers/nodemailer";
import PostgresAdapter from "@auth/pg-adapter";
import { Pool } from "pg";

const {
  DATABASE_URL: database,
  EMAIL_FROM: from,
  EMAIL_SERVER: mailServer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_ISSUER: issuer,
} = process.env;

/** For links by mail, and for sessions that are kept in a database. */
export const adapter: Adapter | undefined = database
  ? PostgresAdapter(new Pool({ connectionString: database, max: 1 }))
  : undefined;

const openId: Provider[] =
  issuer && clientId && clientSecret
    ? [{ id: "openid", name: "OpenID", type: "oidc", issuer, clientId, clientSecret }]
    : [];

const email: Provider[] =
  adapter && mailServer && from
    ? [Nodemailer({ id: "email", name: "Email", server: mailServer, from })]
    : [];

/** The ways into an Auth.js v5 server for which the environment has what they need. */
export const doors: Provider[] = [...openId, ...email];
