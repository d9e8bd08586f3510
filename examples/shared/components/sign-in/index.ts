"use client";

export { SignInByHand } from "./sign-in-by-hand.tsx";
export { SignInForms } from "./sign-in-forms.tsx";
export type { Way } from "./way.ts";
