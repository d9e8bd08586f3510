import { parseSync, Visitor } from "oxc-parser";

/** From where to where something is in a file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Named extends Span {
  readonly name: string;
}

interface NamedFunction extends Named {
  readonly body: Node;
}

/** What a file has that has a name. */
export interface Names {
  /** By the name that they are declared with, or of the variable or property that they are. */
  readonly functions: NamedFunction[];
  /** What variables and properties are given. */
  readonly values: Named[];
  /** By what is called, e.g. `controller.abort`. */
  readonly calls: Named[];
  /** Texts in quotes. */
  readonly texts: Named[];
  /** All names that are no properties of something. */
  readonly used: Set<string>;
}

/** As much of a node as a name needs. */
interface Node extends Span {
  readonly type: string;
  readonly name?: unknown;
  readonly object?: Node;
  readonly property?: Node;
  readonly computed?: boolean;
  readonly body?: unknown;
}

/** `a.b.c`, or as much of its end as has names. */
function nameOf({ type, name, object, property, computed }: Node): string {
  if (type === "Identifier") return String(name);
  if (type !== "MemberExpression" || computed || !object || !property) return "";
  return `${nameOf(object)}.${nameOf(property)}`;
}

/** Finds the names of a file. @throws Error if it cannot be parsed */
export function findNames(code: string): Names {
  const { program, errors } = parseSync("file.ts", code);
  if (errors[0]) throw new Error(`${errors[0].message} in ${code}`);
  const names: Names = { functions: [], values: [], calls: [], texts: [], used: new Set() };
  const properties = new Set<number>();

  function noteFunction(name: string, { start, end, body }: Node): void {
    names.functions.push({ name, start, end, body: body as Node });
  }

  function noteValue(target: Node, value: Node): void {
    // Of `state.cache`, the last part.
    const name = nameOf(target).split(".").at(-1) ?? "";
    names.values.push({ name, start: value.start, end: value.end });
    if (/^(Arrow)?Function/.test(value.type)) noteFunction(name, value);
  }

  const noteNamed = (node: Node & { readonly id: { readonly name: string } | null }): void => {
    if (node.id) noteFunction(node.id.name, node);
  };

  new Visitor({
    FunctionDeclaration: noteNamed,
    FunctionExpression: noteNamed,
    VariableDeclarator({ id, init }) {
      if (init) noteValue(id, init);
    },
    AssignmentExpression({ left, right }) {
      noteValue(left, right);
    },
    ObjectExpression(node) {
      for (const property of node.properties) {
        // `{ cache }` names a variable, and gives no value of its own.
        if (property.type !== "Property" || property.shorthand || property.computed) continue;
        properties.add(property.key.start);
        noteValue(property.key, property.value);
      }
    },
    MemberExpression({ property, computed }) {
      if (!computed) properties.add(property.start);
    },
    CallExpression({ callee, start, end }) {
      names.calls.push({ name: nameOf(callee), start, end });
    },
    Literal({ value, start, end }) {
      if (typeof value === "string") names.texts.push({ name: value, start, end });
    },
    Identifier({ name, start }) {
      if (!properties.has(start)) names.used.add(name);
    },
  }).visit(program);
  return names;
}
