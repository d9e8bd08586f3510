/** The globals that only environment/ may use, because a test cannot replace them. */
const globals = new Set(
  `window document navigator location history globalThis self process performance crypto
  setTimeout clearTimeout setInterval clearInterval requestAnimationFrame requestIdleCallback
  fetch XMLHttpRequest localStorage sessionStorage BroadcastChannel addEventListener removeEventListener`
    .trim()
    .split(/\s+/),
);

const typePositions = new Set([
  "TSTypeReference",
  "TSTypeQuery",
  "TSQualifiedName",
  "TSInterfaceHeritage",
]);

/** The same for properties of globals that are pure otherwise. */
const properties = new Set(["Date.now", "Math.random", "AbortSignal.timeout"]);

export interface Node {
  type: string;
  name?: string;
  parent?: Node;
  object?: Node;
  property?: Node;
  callee?: Node;
  arguments?: unknown[];
}

/** Returns what a reference to a global reads or calls, if only environment/ may use it. */
export function ambientUse(identifier: Node): string | undefined {
  const { name = "", parent } = identifier;
  if (parent && typePositions.has(parent.type)) return undefined;
  if (globals.has(name)) return name;

  if (parent?.type === "MemberExpression" && parent.object === identifier) {
    const path = `${name}.${parent.property?.name}`;
    return properties.has(path) ? path : undefined;
  }
  if (name !== "Date" || parent?.callee !== identifier) return undefined;
  if (parent.type === "CallExpression") return "Date()";
  return parent.arguments?.length === 0 ? "new Date()" : undefined;
}
