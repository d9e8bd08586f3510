import { findNames, type Names, type Span } from "./names.ts";

/**
 * What is taken out of a file, by names: code that is worded or formatted anew has them still.
 * `becomes` is an expression, of names that the file has.
 */
export type Cut = ValueCut | ResultCut | CallCut;

/** A variable, a property or what is assigned to them has another value. */
interface ValueCut {
  readonly value: string;
  /** The function around it; without it, it is in none, as a constant. */
  readonly in?: string;
  readonly becomes: string;
}

/** A function does nothing but return this. */
interface ResultCut {
  readonly result: string;
  readonly becomes: string;
}

/** A call is left out, or something else is in its place. */
interface CallCut {
  /** What is called: `abort`, or `controller.abort` where there are several. */
  readonly call: string;
  /** A text among what it is called with. */
  readonly with?: string;
  readonly in: string;
  readonly becomes?: string;
}

interface Replacement {
  readonly what: string;
  readonly places: readonly Span[];
  readonly code: string;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The one place of several, or an error that says what was looked for. */
function only<S extends Span>(what: string, places: readonly S[]): S {
  const [place] = places;
  if (place && places.length === 1) return place;
  throw new Error(`${what} has to be there once, and is ${places.length} times`);
}

function functionOf({ functions }: Names, name: string): Names["functions"][number] {
  const found = functions.filter((it) => it.name === name);
  return only(`the function ${name}`, found);
}

function findValue(names: Names, { value, in: outer, becomes }: ValueCut): Replacement {
  const around = outer === undefined ? undefined : functionOf(names, outer);
  const isThere = (place: Span): boolean =>
    around ? isWithin(place, around) : !names.functions.some((it) => isWithin(place, it));
  return {
    what: `a value of ${value} ${outer === undefined ? "outside functions" : `in ${outer}`}`,
    places: names.values.filter((it) => it.name === value && isThere(it)),
    code: `(${becomes})`,
  };
}

function findResult(names: Names, { result, becomes }: ResultCut): Replacement {
  const { body } = functionOf(names, result);
  const isBlock = body.type === "BlockStatement";
  return {
    what: `the result of ${result}`,
    places: [body],
    code: isBlock ? `{ return (${becomes}); }` : `(${becomes})`,
  };
}

function findCall(names: Names, cut: CallCut): Replacement {
  const { call, with: text, in: outer, becomes = "undefined" } = cut;
  const around = functionOf(names, outer);
  const calls = names.calls.filter(
    (it) => `.${it.name}`.endsWith(`.${call}`) && isWithin(it, around),
  );
  const isWithText = (place: Span): boolean =>
    names.texts.some((it) => it.name === text && isWithin(it, place));
  return {
    what: `a call of ${call}${text === undefined ? "" : ` with "${text}"`} in ${outer}`,
    places: text === undefined ? calls : calls.filter(isWithText),
    code: `(${becomes})`,
  };
}

function find(names: Names, cut: Cut): Replacement {
  if ("value" in cut) return findValue(names, cut);
  return "call" in cut ? findCall(names, cut) : findResult(names, cut);
}

/**
 * The code without a mechanism.
 *
 * @throws Error if the place is not there, or if there are several; and if what comes in its place has
 *   names of its own, for a test that fails because of these has noticed nothing
 */
export function applyCut(code: string, cut: Cut): string {
  const names = findNames(code);
  const { what, places, code: replacement } = find(names, cut);
  const { start, end } = only(what, places);
  for (const name of findNames(`(${cut.becomes ?? "undefined"})`).used) {
    if (names.used.has(name) || name in globalThis) continue;
    throw new Error(`${what} cannot become ${cut.becomes}: the file has no ${name}`);
  }
  return code.slice(0, start) + replacement + code.slice(end);
}
