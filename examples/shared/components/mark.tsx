/** Sojourn's mark: two tabs, and what joins them. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <circle cx="10" cy="16" r="4" />
      <circle className="mark-here" cx="22" cy="16" r="4" />
      <path d="M14 16h4" />
    </svg>
  );
}
