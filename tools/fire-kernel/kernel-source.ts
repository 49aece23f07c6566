// The kernel of the urban fire in Node, for tests, benches and validation: built if need be.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFireKernel } from '../fire-kernel.mjs';

/** For `createUrbanFire`. */
export async function openFireKernel(): Promise<WebAssembly.Module> {
  const folder = await buildFireKernel();
  return WebAssembly.compile(readFileSync(join(folder, 'fire.wasm')));
}
