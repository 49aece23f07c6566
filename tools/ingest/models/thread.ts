// The thread of one building model: it is thrown away afterwards, whatever the file did to it.

import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { convertIfc } from '#conversion/ifc/convert-ifc.ts';
import { createGeoid } from '#model/geoid.ts';
import { toFailure } from '../thread-failure.ts';
import type { GroundAnswer, ModelJob, ModelMessage, ModelOutcome } from './model-job.ts';

if (!parentPort) throw new Error('models/thread.ts runs in a worker thread.');
const port = parentPort;
const say = (message: ModelMessage, handedOver: readonly ArrayBuffer[] = []) =>
  port.postMessage(message, handedOver);

port.once('message', async (job: ModelJob) => {
  try {
    say({ kind: 'done', outcome: await convert(job) });
  } catch (error) {
    say({ kind: 'failed', failure: toFailure(error) });
  }
});

async function convert(job: ModelJob): Promise<ModelOutcome> {
  const { path, outFolder, geoid, ...options } = job;
  const { model, files, place, systems } = await convertIfc(new Uint8Array(readFileSync(path)), {
    ...options,
    geoid: createGeoid(geoid),
    groundAt: (place) =>
      new Promise((resolve) => {
        port.once('message', ({ heightM }: GroundAnswer) => resolve(heightM));
        say({ kind: 'ground', ...place });
      }),
    onProgress: (stage, done, total) => say({ kind: 'progress', stage, done, total }),
    onStand: (stand) => say({ kind: 'stand', stand }),
    onFile: (name, bytes) => {
      if (outFolder !== undefined) say({ kind: 'file', name, bytes }, ownBuffer(bytes));
    },
  });
  return { model, ...place, systems, names: [...files.keys()] };
}

/** What can be handed over without a copy. */
function ownBuffer({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
