import type { NextPage } from "next";
import type { ReactNode } from "react";
import type { Role } from "shared/users";

/** What a page may ask of the `Auth` wrapper. */
export interface PageAuth {
  role?: Role;
  loading?: ReactNode;
  /** Where a signed-in user of another role is sent. */
  unauthorized?: string;
}

/** A page, and what it tells `_app` about itself. */
export type AppPage<Props = object> = NextPage<Props> & {
  auth?: true | PageAuth;
  refetchInterval?: number;
  /** Shows nothing of the session, in the header either. */
  withoutSession?: boolean;
};
