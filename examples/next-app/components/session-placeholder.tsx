/** Where the session will be: all that a page can say before it knows its user. */
export function SessionPlaceholder() {
  return (
    <div className="session" aria-busy="true">
      <p className="badge">
        <span className="badge-dot" aria-hidden="true" />
        Checking…
      </p>
      <button className="button primary" type="button" disabled>
        Sign in
      </button>
    </div>
  );
}
