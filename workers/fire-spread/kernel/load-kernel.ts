// The kernel of the urban fire in the browser: fetched and compiled once.

import address from '#simulation/fire/urban/wasm/build/fire.wasm?url';

let loading: Promise<WebAssembly.Module | undefined> | undefined;

/** Undefined where it can't be had: the same fires take twice as long in JavaScript. */
export function loadFireKernel(): Promise<WebAssembly.Module | undefined> {
  loading ??= WebAssembly.compileStreaming(fetch(address)).catch(() => undefined);
  return loading;
}
