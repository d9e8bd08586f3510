/** The page's HTML is searched for its head up to this byte. */
const SEARCHED_BYTES = 65_536;

const HEAD = /<head(?:\s[^>]*)?>/i;
const BODY = /<(?:body|astro-island)[\s>]/i;

type Bytes = Uint8Array<ArrayBuffer>;

/** Returns where to insert; `undefined` as long as that is not known. */
function placeIn(html: string): number | undefined {
  const head = HEAD.exec(html);
  const body = BODY.exec(html);
  if (head && (!body || head.index < body.index)) return head.index + head[0].length;
  return body?.index;
}

/** Has one character for each byte, so that it can be cut anywhere. */
const toText = (bytes: Bytes): string => new TextDecoder("latin1").decode(bytes);

function concatenate(a: Bytes, b: Bytes): Bytes {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/**
 * Creates a transformation that inserts an element at the beginning of a page's head, before all
 * islands. What streams in later passes unchanged.
 */
export function createInserter(element: string): TransformStream<Bytes, Bytes> {
  let buffer: Bytes | undefined = new Uint8Array();
  return new TransformStream({
    transform(chunk, controller) {
      if (!buffer) return controller.enqueue(chunk);
      buffer = concatenate(buffer, chunk);
      const place = placeIn(toText(buffer));
      if (place === undefined && buffer.length < SEARCHED_BYTES) return;
      if (place !== undefined) {
        controller.enqueue(buffer.slice(0, place));
        controller.enqueue(new TextEncoder().encode(element));
      }
      controller.enqueue(buffer.slice(place ?? 0));
      buffer = undefined;
    },
    flush(controller) {
      if (buffer) controller.enqueue(buffer);
    },
  });
}
