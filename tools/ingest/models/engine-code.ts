// The engine's code, compiled while everything else starts: V8 keeps what it compiles for the whole process, so
// the thread of a model, which asks for the same bytes, finds it done or on its way.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// All functions at once, side by side, not each when it is first called: half the time that it takes for Office_A
// (0.46 s instead of 0.9 s on two cores).
setFlagsFromString('--no-wasm-lazy-compilation');

/**
 * Models together that are worth compiling hot functions a second time, and better. Below, that takes longer than
 * it saves: a fifth of all processor time for MiniProject (3.4 MB).
 */
const WORTH_BYTES = 12e6;

let code: Promise<WebAssembly.Module | undefined> | undefined;

/**
 * @param bytes of all models that it will read.
 * @returns once it is compiled; undefined where that fails, which the thread will say.
 */
export function compileEngine(bytes: number): Promise<WebAssembly.Module | undefined> {
  if (!code && bytes < WORTH_BYTES) setFlagsFromString('--liftoff-only');
  code ??= compile().catch(() => undefined);
  return code;
}

async function compile(): Promise<WebAssembly.Module> {
  const folder = dirname(createRequire(import.meta.url).resolve('web-ifc'));
  return await WebAssembly.compile(await readFile(join(folder, 'web-ifc-node.wasm')));
}
