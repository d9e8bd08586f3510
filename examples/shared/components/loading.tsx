import type { ReactNode } from "react";

/** Stands where a page will be, while the session is being read. */
export function Loading({ children = "Reading your session…" }: { children?: ReactNode }) {
  return (
    <div className="loading" role="status">
      <p>{children}</p>
      <div className="loading-lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
