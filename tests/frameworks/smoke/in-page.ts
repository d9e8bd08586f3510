// These run in a page, so each has to stand for itself.

/** Returns the name of the user that the page shows, or its status. */
export function readBadge(): string {
  const badge = document.querySelector<HTMLElement>("header .badge");
  const { status = "" } = badge?.dataset ?? {};
  return status === "authenticated" ? (badge?.textContent.trim() ?? "") : status;
}

/** Whether scripts have taken the page over: they note something at an element that they listen to. */
export function isHydrated(): boolean {
  const button = document.querySelector("header .session button");
  return !!button && Reflect.ownKeys(button).length > 0;
}

/** Whether the page has this path. */
export function isAt(path: string): boolean {
  return location.pathname === path;
}

/** Clicks on “Sign in” or “Sign out” in the header. */
export function pressBadgeButton(): void {
  document.querySelector<HTMLButtonElement>("header .session button")?.click();
}

/** Fills in the form of the sign-in page and sends it. Returns whether there is one. */
export function sendSignIn(username: string, password: string): boolean {
  const fill = (label: string, text: string): HTMLInputElement | undefined => {
    const labels = Array.from(document.querySelectorAll<HTMLLabelElement>("main label"));
    const input = labels.find((it) => it.textContent.trim() === label)?.control;
    if (!(input instanceof HTMLInputElement)) return undefined;
    // React has a setter of its own at the element.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return input;
  };
  fill("Username", username);
  const form = fill("Password", password)?.form;
  form?.querySelector<HTMLButtonElement>("button")?.click();
  return !!form;
}

/** Whether the server renders the page that is shown with this name. */
export async function isRenderedWith(name: string): Promise<boolean> {
  const response = await fetch(location.href);
  return (await response.text()).includes(name);
}

/** Returns how often the page has asked for the session since it was loaded. */
export function countSessionRequests(authPath: string): number {
  const entries = performance.getEntriesByType("resource");
  return entries.filter(({ name }) => new URL(name).pathname === `${authPath}/session`).length;
}
