/** The language of a part of a file. */
export type Language = "js" | "ts" | "tsx" | "dts" | "json";

/** A program in a file: the whole file, a script in a component, or an example in Markdown. */
export interface Part {
  code: string;
  /** The offset of its start in the file. */
  offset: number;
  language: Language;
  /** Whether it is an example, which does not run. */
  isExample?: boolean;
  /** Whether it may be prose that only starts like a program. */
  isGuess?: boolean;
}
