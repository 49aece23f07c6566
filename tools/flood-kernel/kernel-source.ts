// The flood kernels in Node, for tests, benches and validation: built if need be, threads as worker threads.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FloodThread, ThreadTask, WasmSource } from '#simulation/flood/wasm/index.ts';
import { buildFloodKernel } from '../flood-kernel.mjs';

/** @param threads used where a solver's options don't say. */
export async function openFloodKernel(threads = 1): Promise<WasmSource> {
  const folder = await buildFloodKernel();
  const compile = (name: string) => WebAssembly.compile(readFileSync(join(folder, name)));
  const [plain, threaded] = await Promise.all([
    compile('flood.wasm'),
    compile('flood-threads.wasm'),
  ]);
  return { plain, threaded, startThread, threads };
}

/** As `runFloodThread`, in words that need no loader. */
const body = `
  const { parentPort, workerData: { module, memory, place } } = require('node:worker_threads');
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  exports.place(...place);
  parentPort.postMessage('ready');
  exports.work(0);
`;

function startThread(task: ThreadTask): Promise<FloodThread> {
  const worker = new Worker(body, { eval: true, workerData: task });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve({ stop: () => void worker.terminate() }));
    worker.once('error', reject);
  });
}
