// What the worker does: dropped files in, progress and at last a whole city out.

import tzLookup from '@photostructure/tz-lookup';
import { convertCity } from '#conversion/convert-city.ts';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { InputError } from '#model/input-error.ts';
import { type MaybeTransfer, Transfer } from '../port.ts';
import type { ImportRequest, ImportStep } from './protocol.ts';
import { unpack } from './unpack.ts';

/** Throws `InputError` for what can't be read; `code` is `crs-missing` where the person has to be asked. */
export async function* convert(
  { files, id, name, crs }: ImportRequest,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<MaybeTransfer<ImportStep>> {
  const steps = createQueue<MaybeTransfer<ImportStep>>();
  const work = (async () => {
    const unpacked = await Promise.all(files.map(unpackOrSay));
    const city = await convertCity(unpacked, {
      id,
      name,
      geoid: await loadEgm96(),
      timeZoneAt: (longitudeDeg, latitudeDeg) => tzLookup(latitudeDeg, longitudeDeg),
      crs,
      signal,
      onTask: createPause(signal),
      onProgress: (stage, done, total) => steps.put({ kind: 'progress', stage, done, total }),
    });
    const built = [...city.files].map(([path, bytes]) => [path, own(bytes)] as const);
    steps.put(
      new Transfer<ImportStep>(
        { kind: 'city', manifest: city.manifest, files: built, report: city.report },
        built.map(([, bytes]) => bytes.buffer),
      ),
    );
  })();
  yield* steps.until(work);
}

const PAUSE_EVERY_MS = 100;

/** Lets messages in now and then, so that a cancelled import stops. */
function createPause(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < PAUSE_EVERY_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    last = performance.now();
  };
}

async function unpackOrSay(file: ImportRequest['files'][number]) {
  try {
    return await unpack(file);
  } catch (cause) {
    throw new InputError({ file: file.name }, 'the gzip file is damaged or cut short.', { cause });
  }
}

/** The bytes alone in their buffer, so that moving them moves nothing else. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : bytes.slice();

/** Hands items from callbacks to one reader, in order. */
function createQueue<Item>() {
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
