import type { Environment } from "@sojourn/core";

/** An environment that notes what is called of it, but for the address that a client is made with. */
export function watchEnvironment(
  environment: Environment,
  note: (what: string) => void,
): Environment {
  return new Proxy(environment, {
    get(target, name: keyof Environment) {
      const member = target[name] as ((...args: unknown[]) => unknown) | undefined;
      // What a page is, is no news of it.
      if (!member || name === "authUrl" || name === "page") return member;
      return (...args: unknown[]): unknown => {
        note(`environment.${name}`);
        return member(...args);
      };
    },
  });
}
