import { isPlain } from "../share-structure.ts";

/** Returns what kind of object a value is, as `[object Map]`. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** Returns the fields of a form. A name with several values becomes a list. */
function fieldsOf(form: FormData | URLSearchParams): Record<string, unknown> {
  const names = new Set(form.keys());
  const entries = [...names].map((name) => {
    const values: unknown[] = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}

/** Returns a form as a plain object, and any other value unchanged. */
export function withoutForm<T>(value: T): T | Record<string, unknown> {
  // The tag also matches forms of another frame or library.
  const isForm = / (FormData|URLSearchParams)]$/.test(tagOf(value));
  return isForm ? fieldsOf(value as FormData | URLSearchParams) : value;
}

/**
 * Whether `JSON.stringify` would write an object as `{}` and lose its content, as for a `Map` or a
 * file.
 */
function isUnwritable(value: unknown): boolean {
  return typeof value === "object" && !!value && !isPlain(value) && !Object.keys(value).length;
}

function checkValue(_: string, value: unknown): unknown {
  const fields = withoutForm(value);
  if (isUnwritable(fields)) throw new TypeError(`it cannot hold ${tagOf(value)}`);
  return fields;
}

/**
 * Returns a value as JSON would transport it; for a form, its fields.
 *
 * @throws TypeError for a value that JSON cannot hold, or would lose: a bigint, a cycle, a `Map`,
 *   a file, a function in place of data. Methods of an object are left out, as `JSON.stringify`
 *   does
 */
export function toJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  try {
    const text = JSON.stringify(value, checkValue);
    if (text === undefined) throw new TypeError(`it cannot hold ${tagOf(value)}`);
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`[sojourn] update() takes JSON: ${String(cause)}`, { cause });
  }
}
