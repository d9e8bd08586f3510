const KEY = "sojourn-devtools";

/** Whether the panel was open on the last page of this tab. */
export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(KEY) === "open";
  } catch {
    // The page may not use storage.
    return false;
  }
}

/** Notes whether the panel is open, for the next page of this tab. */
export function noteOpen(isOpen: boolean): void {
  try {
    sessionStorage.setItem(KEY, isOpen ? "open" : "closed");
  } catch {
    // The page may not use storage.
  }
}
