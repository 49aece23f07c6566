// For workers whose work tells of itself by callbacks and whose callers read a stream.

/** Hands items from callbacks to one reader, in order. */
export function createItemQueue<Item>() {
  const items: Item[] = [];
  let wake = () => {};
  return {
    put(item: Item) {
      items.push(item);
      wake();
    },
    /** Yields what is put until `work` has ended, then what is left; fails as `work` fails. */
    async *until(work: Promise<void>): AsyncGenerator<Item> {
      let hasEnded = false;
      const end = work.finally(() => {
        hasEnded = true;
        wake();
      });
      // The reader may leave before the work fails; its failure is then nobody's.
      end.catch(() => {});
      for (;;) {
        const item = items.shift();
        if (item !== undefined) yield item;
        else if (hasEnded) break;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      await end;
    },
  };
}

const PAUSE_EVERY_MS = 100;

/** Lets messages in now and then, so that work that nobody wants any more stops. */
export function createPause(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < PAUSE_EVERY_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    last = performance.now();
  };
}

/** The bytes alone in their buffer, so that moving them moves nothing else. */
export const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : bytes.slice();
