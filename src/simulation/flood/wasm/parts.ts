// What the caller brings for the flood kernels: compiled modules, and a way to start threads. No IO in here.

import type { Awaitable } from '../parts.ts';

/** What a thread needs; structured-cloneable. It calls `runFloodThread`. */
export interface ThreadTask {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Arguments of the kernel's `place`. */
  readonly place: readonly number[];
}

export interface FloodThread {
  /** After the kernel told it to end; must not wait. */
  stop(): void;
}

export interface WasmSource {
  /** For one thread, with memory of its own. */
  readonly plain: WebAssembly.Module;
  /** For several over a shared memory; absent where there is none (page not isolated). */
  readonly threaded?: WebAssembly.Module;
  /** Resolves once the thread has begun `runFloodThread` or is about to without needing its starter again. */
  readonly startThread?: (task: ThreadTask) => Awaitable<FloodThread>;
  /** How many threads to use where options don't say. */
  readonly threads?: number;
}

export interface KernelExports {
  place(...numbers: number[]): void;
  stepInertial(): number;
  stepWater(): number;
  showInertial(): void;
  showWater(): void;
  work(round: number): void;
  quit(): void;
}

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  // Made by our own build; a test calls every one.
  return instance.exports as unknown as KernelExports;
}

/** The life of a thread: returns when the solver is disposed of. Call it in a worker. */
export function runFloodThread({ module, memory, place }: ThreadTask): void {
  const kernel = instantiate(module, memory);
  kernel.place(...place);
  kernel.work(0);
}
