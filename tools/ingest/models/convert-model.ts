// One building model in a thread of its own, with a limit of time and memory: no file can take the ingest down.

import { statSync } from 'node:fs';
import { hashBytes, hashText } from '#conversion/content-hash.ts';
import type { ModelStand } from '#conversion/ifc/convert-ifc.ts';
import { InputError } from '#model/input-error.ts';
import { createPacker } from '../pack-aside.ts';
import { fromFailure } from '../thread-failure.ts';
import type { ModelSite } from './build-models.ts';
import { compileEngine } from './engine-code.ts';
import type {
  ConvertedModel,
  GroundAnswer,
  ModelJob,
  ModelMessage,
  ModelOutcome,
} from './model-job.ts';
import { HEAP_MB, takeModelThread } from './model-thread.ts';

export interface ConvertModelOptions {
  readonly signal: AbortSignal;
  readonly onStand?: (stand: ModelStand) => void;
  /** The ground of its city, m above the ellipsoid. */
  readonly groundAt?: ModelSite['groundAt'] | undefined;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** For tests; by default a minute and two seconds a megabyte, many times what files take. */
  readonly limitMs?: number;
}

/** Throws `InputError` for whatever the file does: malformed, endless, too large. */
export async function convertModel(
  job: ModelJob,
  { signal, onProgress, onStand, groundAt, limitMs }: ConvertModelOptions,
): Promise<ConvertedModel> {
  signal.throwIfAborted();
  const packer = job.outFolder === undefined ? undefined : createPacker(job.outFolder);
  const hashes = new Map<string, string>();
  const { size } = statSync(job.path);
  void compileEngine(size);
  const limit = limitMs ?? 60_000 + size / 500;
  const worker = await takeModelThread();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refuse = (sentence: string, cause?: unknown) =>
    new InputError({ file: job.file }, sentence, { cause });
  try {
    const outcome = await new Promise<ModelOutcome>((resolve, reject) => {
      timer = setTimeout(
        () => reject(refuse(`its conversion did not end within ${Math.round(limit / 1000)} s.`)),
        limit,
      );
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (message: ModelMessage) => {
        if (message.kind === 'progress') onProgress?.(message.stage, message.done, message.total);
        else if (message.kind === 'stand') onStand?.(message.stand);
        else if (message.kind === 'ground') {
          const heightM = groundAt?.(message.longitudeDeg, message.latitudeDeg);
          worker.postMessage({ heightM } satisfies GroundAnswer);
        } else if (message.kind === 'file') {
          hashes.set(message.name, hashBytes(message.bytes));
          packer?.write(message.name, message.bytes);
        } else if (message.kind === 'done') resolve(message.outcome);
        else reject(fromFailure(message.failure));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const isHeap = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        const why = isHeap ? `it needs more than ${HEAP_MB} MB of memory` : error.message;
        reject(refuse(`its conversion broke off: ${why}.`, error));
      });
      worker.on('exit', (code) => reject(refuse(`its conversion ended with code ${code}.`)));
      worker.postMessage(job);
    });
    const { names, ...converted } = outcome;
    return {
      ...converted,
      fingerprint: hashText(names.map((name) => `${name} ${hashes.get(name)}`).join('\n')),
      sizes: (await packer?.done()) ?? { raw: 0, gzip: 0, brotli: 0 },
      tiles: names.filter((name) => name.endsWith('.glb')).length,
    };
  } finally {
    clearTimeout(timer);
    await Promise.all([worker.terminate(), packer?.stop()]);
  }
}
