import { test as base, expect } from "@playwright/test";
import { Visitor } from "./visitor.ts";

export { expect };

export interface VisitorOptions {
  /** Where the app has its Auth.js handlers. */
  authPath: string;
}

interface Visitors {
  visitor: Visitor;
  /** Somebody else, with a browser of their own. */
  another: Visitor;
}

export const test = base.extend<VisitorOptions & Visitors>({
  authPath: ["/api/auth", { option: true }],
  visitor: async ({ context, authPath }, use) => {
    const visitor = await Visitor.in(context, authPath);
    await use(visitor);
    expect(visitor.complaints, "errors in the console").toEqual([]);
  },
  another: async ({ browser, baseURL, authPath }, use) => {
    const context = await browser.newContext({ baseURL });
    const another = await Visitor.in(context, authPath);
    await use(another);
    expect(another.complaints, "errors in the console").toEqual([]);
    await context.close();
  },
});
