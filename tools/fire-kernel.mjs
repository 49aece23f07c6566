// The kernel of the urban fire (src/simulation/fire/urban/wasm/assembly) as WASM.

import { buildKernel, commonOptions, kernelHome } from './build-kernel.mjs';

const home = kernelHome('fire/urban/wasm');

/** The folder that its sources lie in, for who watches them. */
export const fireKernelSources = `${home}/assembly`;

/**
 * Returns the folder of `fire.wasm`.
 * @returns {Promise<string>}
 */
export const buildFireKernel = () => buildKernel(home, { 'fire.wasm': commonOptions });
