// What the worker does: a dropped IFC file in, first looks, progress and at last a package out.

import tzLookup from '@photostructure/tz-lookup';
import { convertIfc } from '#conversion/ifc/convert-ifc.ts';
import type { IfcEngine } from '#conversion/ifc/engine.ts';
import { toModelPackage } from '#conversion/ifc/model-package.ts';
import { loadSparseEgm96 } from '#conversion/terrain/egm96.ts';
import { InputError } from '#model/input-error.ts';
import { unpack } from '../import/unpack.ts';
import { createItemQueue, createPause, ownBytes } from '../item-queue.ts';
import { type MaybeTransfer, Transfer } from '../port.ts';
import type { IfcRequest, IfcStep } from './protocol.ts';

export interface ConvertContext {
  readonly signal: AbortSignal;
  /** Started once for this worker. */
  readonly engine: () => Promise<IfcEngine>;
  /** The next answer to what was asked of the ground. */
  readonly nextGround: () => Promise<number | undefined>;
}

/** Throws `InputError` for what can't be read. The worker is to be ended afterwards. */
export async function* convert(
  { file, id, name, cityCrs, fallback, hasGround }: IfcRequest,
  { signal, engine, nextGround }: ConvertContext,
): AsyncGenerator<MaybeTransfer<IfcStep>> {
  const steps = createItemQueue<MaybeTransfer<IfcStep>>();
  const onTask = createPause(signal);
  const work = (async () => {
    const [plain, geoid, started] = await Promise.all([
      unpackOrSay(file),
      loadSparseEgm96(),
      engine(),
    ]);
    const converted = await convertIfc(plain.bytes, {
      id: id.replace(/^dropped-/, ''),
      file: plain.name,
      geoid,
      engine: started,
      withSystems: true,
      ...{ cityCrs, fallback, signal, onTask },
      ...(hasGround && {
        groundAt: (place) => {
          const answer = nextGround();
          steps.put({ kind: 'ground', ...place });
          return answer;
        },
      }),
      onProgress: (stage, done, total) => steps.put({ kind: 'progress', stage, done, total }),
      onFirstLook: ({ glb, placement }) =>
        steps.put(new Transfer<IfcStep>({ kind: 'look', glb, placement }, [glb.buffer])),
    });
    const made = await toModelPackage(converted, {
      ...{ id, geoid, onTask },
      name: converted.model.name || name,
      timeZoneAt: (longitudeDeg, latitudeDeg) => tzLookup(latitudeDeg, longitudeDeg),
    });
    const files = [...made.files].map(([path, bytes]) => [path, ownBytes(bytes)] as const);
    steps.put(
      new Transfer<IfcStep>(
        { kind: 'model', manifest: made.manifest, files, model: converted.model },
        files.map(([, bytes]) => bytes.buffer),
      ),
    );
  })();
  yield* steps.until(work);
}

async function unpackOrSay(file: IfcRequest['file']) {
  try {
    return await unpack(file);
  } catch (cause) {
    throw new InputError({ file: file.name }, 'the gzip file is damaged or cut short.', { cause });
  }
}
