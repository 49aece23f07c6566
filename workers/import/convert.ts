// What the worker does: dropped files in, progress and at last a whole city out.

import tzLookup from '@photostructure/tz-lookup';
import { convertCity } from '#conversion/convert-city.ts';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { convertElevationCity } from '#conversion/terrain/elevation-city.ts';
import { isElevation } from '#conversion/terrain/read-elevation-bytes.ts';
import { InputError } from '#model/input-error.ts';
import { createItemQueue, createPause, ownBytes } from '../item-queue.ts';
import { type MaybeTransfer, Transfer } from '../port.ts';
import type { ImportRequest, ImportStep } from './protocol.ts';
import { unpack } from './unpack.ts';

/** Throws `InputError` for what can't be read; `code` is `crs-missing` where the person has to be asked. */
export async function* convert(
  { files, id, name, crs }: ImportRequest,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<MaybeTransfer<ImportStep>> {
  const steps = createItemQueue<MaybeTransfer<ImportStep>>();
  const work = (async () => {
    const unpacked = await Promise.all(files.map(unpackOrSay));
    const elevation = unpacked.filter(isElevation);
    if (elevation.length > 0 && elevation.length < unpacked.length) {
      throw new InputError(
        { file: elevation.map((file) => file.name).join(', ') },
        'an elevation model is a city of its own here; drop it alone, or build both with panopolis ingest.',
      );
    }
    const toCity = elevation.length > 0 ? convertElevationCity : convertCity;
    const city = await toCity(unpacked, {
      id,
      name,
      geoid: await loadEgm96(),
      timeZoneAt: (longitudeDeg, latitudeDeg) => tzLookup(latitudeDeg, longitudeDeg),
      crs,
      signal,
      onTask: createPause(signal),
      onProgress: (stage, done, total) => steps.put({ kind: 'progress', stage, done, total }),
    });
    const built = [...city.files].map(([path, bytes]) => [path, ownBytes(bytes)] as const);
    steps.put(
      new Transfer<ImportStep>(
        { kind: 'city', manifest: city.manifest, files: built, report: city.report },
        built.map(([, bytes]) => bytes.buffer),
      ),
    );
  })();
  yield* steps.until(work);
}

export async function unpackOrSay(file: ImportRequest['files'][number]) {
  try {
    return await unpack(file);
  } catch (cause) {
    throw new InputError({ file: file.name }, 'the gzip file is damaged or cut short.', { cause });
  }
}
