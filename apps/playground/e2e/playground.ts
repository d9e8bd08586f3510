import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The playground in a page. */
export interface Playground {
  readonly page: Page;
  /** @param hash the address of a state; none for a new story */
  open(hash?: string): Promise<void>;
  tab(number: number): Locator;
  press(name: string, number?: number): Promise<void>;
  choose(name: string): Promise<void>;
  /** Waits until the tabs show these. */
  shows(...names: [string, string, string]): Promise<void>;
  /** How many reads of the session Sojourn has sent so far. */
  reads(): Promise<number>;
  /** The names of all marks of the timeline. */
  marks(): Promise<(string | null)[]>;
}

function createPlayground(page: Page): Playground {
  const tab = (number: number): Locator => page.getByRole("region", { name: `Tab ${number}` });
  const status = (number: number): Locator => tab(number).getByRole("status");
  return {
    page,
    tab,
    async open(hash = "") {
      await page.goto(`${process.env["PLAYGROUND_URL"]}${hash}`);
      const [, time] = /&t=(\d+)/.exec(hash) ?? [];
      const clock = page.getByRole("status", { name: "Time" });
      if (time) await expect(clock).toHaveText(`${(Number(time) / 1000).toFixed(1)} s`);
      else await expect(status(1)).toHaveText("Signed out");
    },
    press: (name, number) =>
      (number ? tab(number) : page).getByRole("button", { name, exact: true }).click(),
    choose: (name) => page.getByRole("radio", { name, exact: true }).check(),
    async shows(...names) {
      for (const [index, name] of names.entries()) {
        await expect(status(index + 1)).toHaveText(name);
      }
    },
    async reads() {
      const text = await page.getByText(/^\s*Sojourn: \d+ reads?/).textContent();
      return Number(/\d+/.exec(text ?? "")?.[0]);
    },
    marks: () =>
      page
        .getByRole("region", { name: "Timeline" })
        .getByRole("listitem")
        .getByRole("button")
        .evaluateAll((all) => all.map((it) => it.getAttribute("aria-label"))),
  };
}

/** A test with a playground. Each fails if the page asks for anything but its own files. */
export const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => {
      const isOwn = /\/playground\/($|#|assets\/)/.test(request.url());
      if (!isOwn && !request.url().startsWith("data:")) strangers.push(request.url());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(createPlayground(page));
    expect(strangers).toEqual([]);
    expect(errors).toEqual([]);
  },
});

export { expect };
