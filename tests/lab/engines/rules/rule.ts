import type { Ability, Engine } from "../drivers/driver.ts";
import type { World } from "../world.ts";

/** What a rule is tried on. */
export interface RuleContext {
  engine: Engine;
  /** A browser's worth of tabs, with a server of its own. */
  world: World;
  /** Opens another one, with a server that speaks as the engine's or as the caller says. */
  createWorld(dialect?: Engine["dialect"]): Promise<World>;
  /** Notes a figure, for those who read the run. */
  note(figure: string): void;
}

/** What holds in each engine. */
export interface Rule {
  /** The law, as a sentence. */
  name: string;
  needs?: Ability[];
  /** Whether it needs the browser for itself. */
  isAlone?: boolean;
  run(context: RuleContext): Promise<void>;
}
