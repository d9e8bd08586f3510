import { isPlain } from "../share-structure.ts";

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** The fields of a form; one that comes several times is a list. */
function fieldsOf(form: FormData | URLSearchParams): Record<string, unknown> {
  const names = new Set(form.keys());
  const entries = [...names].map((name) => {
    const values: unknown[] = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}

/** A form as a plain object; anything else as it is. */
export function withoutForm<T>(value: T): T | Record<string, unknown> {
  // By their tag, so that those of another frame or library count too.
  const isForm = /^(FormData|URLSearchParams)$/.test(tagOf(value));
  return isForm ? fieldsOf(value as FormData | URLSearchParams) : value;
}

/** Whether JSON would write an object as `{}` and lose what is in it, as of a `Map` or a file. */
function isUnwritable(value: unknown): boolean {
  return typeof value === "object" && !!value && !isPlain(value) && !Object.keys(value).length;
}

function checkValue(_: string, value: unknown): unknown {
  const fields = withoutForm(value);
  if (isUnwritable(fields)) throw new TypeError(`a ${tagOf(value)} cannot be written as JSON`);
  return fields;
}

/**
 * What JSON makes of a value; of a form, its fields.
 *
 * @throws TypeError for what JSON cannot hold, or would lose: a bigint, a cycle, a `Map`, a file, a
 *   function in place of data. Methods of an object are left out, as JSON does
 */
export function toJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  try {
    const text = JSON.stringify(value, checkValue);
    if (text === undefined) throw new TypeError(`a ${typeof value} cannot be written as JSON`);
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`[sojourn] update() takes what JSON can hold: ${String(cause)}`, { cause });
  }
}
