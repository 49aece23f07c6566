// Which graphics card there is, and a device of it with room for a grid.

/** Storage buffers that a kernel of ours binds at most. */
const STORAGE_BUFFERS = 8;

async function findAdapter(): Promise<GPUAdapter | undefined> {
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

/** @throws Error where there is no card or its largest buffer is smaller than `bytes`. */
export async function openDevice(bytes: number): Promise<GPUDevice> {
  const adapter = await findAdapter();
  if (!adapter) throw new Error('There is no graphics card that WebGPU can use.');
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const most = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  if (bytes > most) {
    throw new Error(`The grid needs buffers of ${bytes} bytes; the graphics card has ${most}.`);
  }
  // Only what is needed: a device of higher limits can be slower.
  const requiredLimits: Record<string, number> = {};
  if (bytes > 128 * 2 ** 20) requiredLimits.maxStorageBufferBindingSize = bytes;
  if (bytes > 256 * 2 ** 20) requiredLimits.maxBufferSize = bytes;
  return adapter.requestDevice({ requiredLimits });
}
