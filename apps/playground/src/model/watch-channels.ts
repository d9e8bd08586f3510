import type { Environment } from "@sojourn/core";

/** Wraps a tab's environment, so that each message that it posts is reported. */
export function watchChannels(
  environment: Environment,
  onPost: (message: object) => void,
): Environment {
  const watch =
    (open: Environment["openTabChannel"]): Environment["openTabChannel"] =>
    (name, onMessage) => {
      const channel = open(name, onMessage);
      return {
        ...channel,
        post(message) {
          onPost(message);
          channel.post(message);
        },
      };
    };
  return {
    ...environment,
    openTabChannel: watch(environment.openTabChannel),
    openStorageChannel: watch(environment.openStorageChannel),
  };
}
