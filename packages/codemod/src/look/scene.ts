import type { Node } from "@babel/types";
import type { Bindings } from "./bindings.ts";
import type { Runners } from "../runners.ts";
import type { RuleName } from "./rules.ts";

/** A program that is looked at. */
export interface Scene {
  root: Node;
  bindings: Bindings;
  isTest: boolean;
  isSettings: boolean;
  runners: Runners;
}

/** Something to look at: which rule, and where in the program. */
export interface Hit {
  rule: RuleName;
  at: number;
}

/** Looks at a program. */
export type Look = (scene: Scene) => Hit[];
