import { test as base, expect } from "@playwright/test";
import { User } from "./user.ts";

export { expect };

export interface UserOptions {
  /** Where the app has its Auth.js handlers. */
  authPath: string;
}

/** Registers a test of one user, in any app. */
export type UserTest = (title: string, body: (given: { user: User }) => Promise<void>) => void;

export interface Users {
  user: User;
  /** Somebody else, with a browser of their own. */
  another: User;
}

export const test = base.extend<UserOptions & Users>({
  authPath: ["/api/auth", { option: true }],
  user: async ({ context, authPath }, use) => {
    const user = await User.in(context, authPath);
    await use(user);
    expect(user.complaints, "errors in the console").toEqual([]);
  },
  another: async ({ browser, baseURL, authPath }, use) => {
    const context = await browser.newContext({ baseURL });
    const another = await User.in(context, authPath);
    await use(another);
    expect(another.complaints, "errors in the console").toEqual([]);
    await context.close();
  },
});
