// Which graphics card there is.

/** Storage buffers that a kernel of ours binds at most. */
const STORAGE_BUFFERS = 8;

export async function findAdapter(): Promise<GPUAdapter | undefined> {
  // Node has no navigator, older browsers no gpu.
  const gpu: GPU | undefined = globalThis.navigator?.gpu;
  if (!gpu) return undefined;
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  return adapter ?? undefined;
}

/** Whether a solver can be had, be it in software. */
export async function hasWebGpu(): Promise<boolean> {
  const adapter = await findAdapter();
  return adapter !== undefined && adapter.limits.maxStorageBuffersPerShaderStage >= STORAGE_BUFFERS;
}

/** Whether there is a real card: a fallback adapter computes on the processor, slower than WASM. */
export async function hasGraphicsCard(): Promise<boolean> {
  const adapter = await findAdapter();
  return adapter !== undefined && !adapter.info.isFallbackAdapter && (await hasWebGpu());
}
