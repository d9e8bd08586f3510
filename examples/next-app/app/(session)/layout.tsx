import { Loading } from "shared/components";
import type { ReactNode } from "react";
import { WithSession } from "../../components/with-session";

/** Of the pages that consist of what the session says. */
export default function SessionLayout({ children }: { children: ReactNode }) {
  return <WithSession fallback={<Loading />}>{children}</WithSession>;
}
