"use client";

import { useSession } from "@sojourn/react";

/** A drawing of three tabs, in the state that yours are in. */
export function ThreeTabs() {
  const { data: session, status } = useSession();
  const says = {
    loading: "Checking…",
    authenticated: `Hello, ${session?.user.name?.split(" ")[0]}`,
    unauthenticated: "Who is there?",
  }[status];

  return (
    <div className="tabs" data-status={status} aria-hidden="true">
      {[1, 2, 3].map((tab) => (
        <div key={tab} className="tab">
          <div className="tab-bar">
            <i />
            <i />
            <i />
          </div>
          <div className="tab-body">{says}</div>
        </div>
      ))}
    </div>
  );
}
