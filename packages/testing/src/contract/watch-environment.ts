import type { Environment } from "@sojourn/core";

/**
 * Creates an environment that reports each call. `authUrl` is left out, because a client calls it
 * when it is created.
 */
export function watchEnvironment(
  environment: Environment,
  note: (what: string) => void,
): Environment {
  return new Proxy(environment, {
    get(target, name: keyof Environment) {
      const member = target[name] as ((...args: unknown[]) => unknown) | undefined;
      // `page` only identifies the page.
      if (!member || name === "authUrl" || name === "page") return member;
      return (...args: unknown[]): unknown => {
        note(`environment.${name}`);
        return member(...args);
      };
    },
  });
}
