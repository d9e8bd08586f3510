/** What a part of a file is written in. */
export type Language = "js" | "ts" | "tsx" | "dts" | "json";

/** A program in a file: the whole, or a script in a component, or an example in a text. */
export interface Part {
  code: string;
  /** Where it begins in the file. */
  offset: number;
  language: Language;
  /** It is there to be read, and is not run. */
  isExample?: boolean;
  /** It may be prose that only begins like a program. */
  isGuess?: boolean;
}
