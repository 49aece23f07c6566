// Threads for building models. The first can be started before there is work for it: a third of a second that it
// takes to start, and the engine to compile, go by while the rest of the program is read.

import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { bundle } from '../../bundle.mjs';
import { compileEngine } from './engine-code.ts';

/** Of the JavaScript heap, MB; the engine's own memory ends at 4 GB. */
export const HEAP_MB = 6144;

let prepared: Promise<Worker | undefined> | undefined;

/** Where files are named like building models, a thread is started for the first. @param files as asked for. */
export function prepareModelThread(files: readonly string[]): void {
  const models = files.filter((file) => /\.ifc(zip)?(\.gz)?$/i.test(file));
  const bytes = models.reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  if (bytes === 0 || prepared) return;
  void compileEngine(bytes);
  prepared = startIdle().catch(() => undefined);
}

/** Nothing waits for a thread that nobody takes; one that dies meanwhile is replaced when it is asked for. */
async function startIdle(): Promise<Worker> {
  const thread = await startThread();
  thread.unref();
  const forget = () => {
    prepared = undefined;
  };
  thread.once('error', forget).once('exit', forget);
  return thread;
}

/** The one that was prepared, else a new one; it is the caller's to end. */
export async function takeModelThread(): Promise<Worker> {
  const idle = prepared;
  prepared = undefined;
  const thread = (await idle) ?? (await startThread());
  thread.ref();
  return thread;
}

const startThread = async () =>
  new Worker(await bundle('tools/ingest/models/thread.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
