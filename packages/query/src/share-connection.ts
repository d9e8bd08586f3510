interface Connection {
  count: number;
  readonly close: () => void;
}

const connections = new WeakMap<object, WeakMap<object, Map<string, Connection>>>();

/**
 * Opens a connection between a cache and a client, or shares one that is open.
 *
 * @param name identifies a connection among those of this cache and client
 * @returns a function that closes the connection, when all who share it have called theirs
 */
export function shareConnection(
  cache: object,
  client: object,
  name: string,
  open: () => () => void,
): () => void {
  const ofCache = connections.get(cache) ?? new WeakMap<object, Map<string, Connection>>();
  const all = ofCache.get(client) ?? new Map<string, Connection>();
  connections.set(cache, ofCache.set(client, all));
  const connection = all.get(name) ?? { count: 0, close: open() };
  connection.count += 1;
  all.set(name, connection);
  let isOpen = true;

  return () => {
    if (!isOpen) return;
    isOpen = false;
    connection.count -= 1;
    if (connection.count) return;
    all.delete(name);
    connection.close();
  };
}
