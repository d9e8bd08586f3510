// Prints what an entry exports, by the way that is asked for. Each is loaded in a process of its own.
const [way, entry] = process.argv.slice(2);
/** What only one of the two systems has. */
const extra = new Set(["default", "module.exports", "__esModule"]);

async function print() {
  const loaded = way === "require" ? require(entry) : await import(entry);
  const names = Object.keys(loaded).filter(
    (name) => !extra.has(name) && loaded[name] !== undefined,
  );
  process.stdout.write(`${JSON.stringify(names.toSorted())}\n`);
}

void print();
