import type { Node } from "@babel/types";
import type { Bindings } from "./bindings.ts";
import type { Runners } from "../runners.ts";
import type { RuleName } from "./rules.ts";

/** A program to check. */
export interface Scene {
  root: Node;
  bindings: Bindings;
  isTest: boolean;
  isSettings: boolean;
  runners: Runners;
}

/** A place to look at: its rule, and its offset in the program. */
export interface Hit {
  rule: RuleName;
  at: number;
}

/** Checks a program by one or several rules. */
export type Look = (scene: Scene) => Hit[];
