/** A drawing of three tabs that all say the same. */
export function ThreeTabs({ status, says }: { status: string; says: string }) {
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
