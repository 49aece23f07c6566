// The thread of one building model: it is thrown away afterwards, whatever the file did to it.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { hashBytes, hashText } from '#conversion/content-hash.ts';
import { convertIfc } from '#conversion/ifc/convert-ifc.ts';
import { createGeoid } from '#model/geoid.ts';
import { writePacked } from '../disk-storage.ts';
import { toFailure } from '../thread-failure.ts';
import type { ConvertedModel, ModelJob, ModelMessage } from './model-job.ts';

if (!parentPort) throw new Error('models/thread.ts runs in a worker thread.');
const port = parentPort;
const say = (message: ModelMessage) => port.postMessage(message);

try {
  say({ kind: 'done', converted: await convert(workerData) });
} catch (error) {
  say({ kind: 'failed', failure: toFailure(error) });
}

async function convert(job: ModelJob): Promise<ConvertedModel> {
  const { path, outFolder, geoid, ...options } = job;
  const { model, files, place, systems } = await convertIfc(new Uint8Array(readFileSync(path)), {
    ...options,
    geoid: createGeoid(geoid),
    onProgress: (stage, done, total) => say({ kind: 'progress', stage, done, total }),
  });
  const sizes = { raw: 0, gzip: 0, brotli: 0 };
  if (outFolder !== undefined) mkdirSync(outFolder, { recursive: true });
  for (const [name, bytes] of outFolder === undefined ? [] : files) {
    const size = writePacked(join(outFolder ?? '', name), bytes);
    sizes.raw += size.raw;
    sizes.gzip += size.gzip || size.raw;
    sizes.brotli += size.brotli || size.raw;
  }
  return {
    model,
    ...place,
    fingerprint: hashText(
      [...files].map(([name, bytes]) => `${name} ${hashBytes(bytes)}`).join('\n'),
    ),
    ...{ sizes, systems },
    tiles: [...files.keys()].filter((name) => name.endsWith('.glb')).length,
  };
}
