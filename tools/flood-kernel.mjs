// The flood kernels (src/simulation/flood/wasm/assembly) as WASM.

import { buildKernel, commonOptions, kernelHome } from './build-kernel.mjs';

const home = kernelHome('flood/wasm');
const plain = [...commonOptions, '--enable', 'simd'];
/** One thread with memory of its own; several over a shared one. */
const variants = {
  'flood.wasm': plain,
  'flood-threads.wasm': [...plain, '--enable', 'threads', '--sharedMemory'],
};

/** The folder that the sources of the kernels lie in, for who watches them. */
export const floodKernelSources = `${home}/assembly`;

/**
 * Returns the folder of `flood.wasm` and `flood-threads.wasm`.
 * @returns {Promise<string>}
 */
export const buildFloodKernel = () => buildKernel(home, variants);
