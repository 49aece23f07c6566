// The flood kernels in the browser: fetched and compiled once, with threads where the page is isolated.

import plainAddress from '#simulation/flood/wasm/build/flood.wasm?url';
import threadedAddress from '#simulation/flood/wasm/build/flood-threads.wasm?url';
import type { FloodThread, ThreadTask, WasmSource } from '#simulation/flood/wasm/index.ts';

/** More bands than this gain little: memory is the limit. */
const MOST_THREADS = 8;

let loading: Promise<WasmSource> | undefined;

/** For `createWasmSolver`. Rejects where the files can't be fetched; asked again, it tries again. */
export function loadKernel(): Promise<WasmSource> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<WasmSource> {
  const compile = (address: string) => WebAssembly.compileStreaming(fetch(address));
  if (!crossOriginIsolated) return { plain: await compile(plainAddress) };
  const [plain, threaded] = await Promise.all([plainAddress, threadedAddress].map(compile));
  if (!plain || !threaded) throw new Error('The flood kernels could not be compiled.');
  const threads = Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency));
  return { plain, threaded, startThread, threads };
}

function startThread(task: ThreadTask): Promise<FloodThread> {
  const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve({ stop: () => worker.terminate() });
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(`A thread of the flood solver could not start: ${message}`));
    };
    worker.postMessage(task);
  });
}
