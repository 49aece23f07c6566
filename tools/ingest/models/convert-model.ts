// One building model in a thread of its own, with a limit of time and memory: no file can take the ingest down.

import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { InputError } from '#model/input-error.ts';
import { bundle } from '../../bundle.mjs';
import { fromFailure } from '../thread-failure.ts';
import type { ConvertedModel, ModelJob, ModelMessage } from './model-job.ts';

export interface ConvertModelOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** For tests; by default a minute and two seconds a megabyte, many times what files take. */
  readonly limitMs?: number;
}

// The engine's functions are compiled side by side when it starts, not each when it is first called: half the
// time that it takes for Office_A (0.46 s instead of 0.9 s on two cores).
setFlagsFromString('--no-wasm-lazy-compilation');

/** Of the JavaScript heap, MB; the engine's own memory ends at 4 GB. */
const HEAP_MB = 6144;

/** Throws `InputError` for whatever the file does: malformed, endless, too large. */
export async function convertModel(
  job: ModelJob,
  { signal, onProgress, limitMs }: ConvertModelOptions,
): Promise<ConvertedModel> {
  signal.throwIfAborted();
  const limit = limitMs ?? 60_000 + statSync(job.path).size / 500;
  const worker = new Worker(await bundle('tools/ingest/models/thread.ts'), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refuse = (sentence: string, cause?: unknown) =>
    new InputError({ file: job.file }, sentence, { cause });
  try {
    return await new Promise<ConvertedModel>((resolve, reject) => {
      timer = setTimeout(
        () => reject(refuse(`its conversion did not end within ${Math.round(limit / 1000)} s.`)),
        limit,
      );
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (message: ModelMessage) => {
        if (message.kind === 'progress') onProgress?.(message.stage, message.done, message.total);
        else if (message.kind === 'done') resolve(message.converted);
        else reject(fromFailure(message.failure));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const isHeap = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        const why = isHeap ? `it needs more than ${HEAP_MB} MB of memory` : error.message;
        reject(refuse(`its conversion broke off: ${why}.`, error));
      });
      worker.on('exit', (code) => reject(refuse(`its conversion ended with code ${code}.`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
