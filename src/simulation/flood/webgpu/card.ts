// The device's buffers and kernels: write, dispatch, read back. Knows nothing of water but its layout.

import { SolverLostError } from '../parts.ts';
import { type KernelName, type Kit, kernels } from './kit.ts';
import { control, PARAMS_WORDS, type Shape } from './layout.ts';
import type { BufferName, Kernel } from './shaders/parts.ts';

/** `saved`: the water at the start of a run. */
type Stored = BufferName | 'saved';

// GPUBufferUsage and GPUMapMode of the specification, which TypeScript's library has no values for.
const usage = { MAP_READ: 1, COPY_SRC: 4, COPY_DST: 8, UNIFORM: 64, STORAGE: 128 } as const;
const MAP_READ = 1;
const VEC4 = 16;
type Bytes = Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

export type Card = Awaited<ReturnType<typeof createCard>>;

/** @throws Error where memory does not suffice. */
export async function createCard({ device, pipelines, mostBytes, lost }: Kit, shape: Shape) {
  const { size, tiles } = shape;
  const buffers = new Map<Stored, GPUBuffer>();
  const groups = new Map<KernelName, GPUBindGroup>();
  let staging: GPUBuffer | undefined;
  if (size * VEC4 > mostBytes) {
    throw new Error(`The grid needs buffers of ${size * VEC4} bytes; the card has ${mostBytes}.`);
  }
  device.pushErrorScope('out-of-memory');
  device.pushErrorScope('validation');
  const cells = ['state', 'saved', 'ground', 'faceX', 'faceY', 'half'] as const;
  for (const name of cells) reserve(name, size * VEC4);
  reserve('lean', (size * VEC4) / 2);
  reserve('rain', size * 4);
  reserve('wet', tiles * 8);
  reserve('control', control.WORDS * 4);
  reserve('params', PARAMS_WORDS * 4);
  reserve('gains', tiles * VEC4);
  for (const name of ['sources', 'entries', 'edges', 'wanted', 'found'] as const) {
    reserve(name, 2 * VEC4);
  }
  // Both asked for at once: another solver's scopes must not come between.
  const problems = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  for (const problem of problems) {
    if (!problem) continue;
    dispose();
    throw new Error(`The graphics card refuses the flood: ${problem.message}`);
  }

  /** At least so large; what it held is lost where it grows. Gives whether it is another buffer. */
  function reserve(name: Stored, bytes: number): boolean {
    const present = buffers.get(name);
    if (present && present.size >= bytes) return false;
    const size = present ? Math.max(bytes, 2 * present.size) : bytes;
    const use = name === 'params' ? usage.UNIFORM : usage.STORAGE;
    present?.destroy();
    const made = { label: name, size, usage: use | usage.COPY_SRC | usage.COPY_DST };
    buffers.set(name, device.createBuffer(made));
    groups.clear();
    return true;
  }

  function bufferOf(name: Stored): GPUBuffer {
    const found = buffers.get(name);
    if (!found) throw new Error(`There is no buffer ${name}.`);
    return found;
  }

  function write(name: Stored, values: Bytes, offsetBytes = 0): void {
    device.queue.writeBuffer(bufferOf(name), offsetBytes, values);
  }

  function bind(name: KernelName, pipeline: GPUComputePipeline): GPUBindGroup {
    const present = groups.get(name);
    if (present) return present;
    const kernel: Kernel = kernels[name];
    const made = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: kernel.buffers.map((buffer, binding) => ({
        binding,
        resource: { buffer: bufferOf(buffer) },
      })),
    });
    groups.set(name, made);
    return made;
  }

  /** Runs kernels in order, each over so many workgroups. */
  function compute(tasks: readonly (readonly [KernelName, x: number, y: number])[]): void {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const [name, x, y] of tasks) {
      const pipeline = pipelines.get(name);
      if (!pipeline) throw new Error(`There is no kernel ${name}.`);
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bind(name, pipeline));
      pass.dispatchWorkgroups(x, y);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  function copy(from: Stored, to: Stored): void {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(bufferOf(from), 0, bufferOf(to), 0, bufferOf(from).size);
    device.queue.submit([encoder.finish()]);
  }

  function clear(name: Stored): void {
    const encoder = device.createCommandEncoder();
    encoder.clearBuffer(bufferOf(name));
    device.queue.submit([encoder.finish()]);
  }

  /** The first bytes of buffers, once all that was asked before is done. */
  async function read(
    ...wanted: readonly (readonly [Stored, bytes: number])[]
  ): Promise<ArrayBuffer[]> {
    const total = wanted.reduce((sum, [, bytes]) => sum + bytes, 0);
    if (!staging || staging.size < total) {
      staging?.destroy();
      staging = device.createBuffer({ size: total, usage: usage.MAP_READ | usage.COPY_DST });
    }
    const encoder = device.createCommandEncoder();
    let offset = 0;
    for (const [name, bytes] of wanted) {
      encoder.copyBufferToBuffer(bufferOf(name), 0, staging, offset, bytes);
      offset += bytes;
    }
    device.queue.submit([encoder.finish()]);
    try {
      await staging.mapAsync(MAP_READ, 0, total);
    } catch (error) {
      // `lost` tells a microtask later than the mapping fails.
      await Promise.resolve();
      throw new SolverLostError(lost() ?? 'The graphics card no longer answers.', { cause: error });
    }
    const all = staging.getMappedRange(0, total);
    let start = 0;
    const parts = wanted.map(([, bytes]) => {
      start += bytes;
      return all.slice(start - bytes, start);
    });
    staging.unmap();
    const loss = lost();
    if (loss) throw new SolverLostError(loss);
    return parts;
  }

  function dispose(): void {
    for (const buffer of buffers.values()) buffer.destroy();
    staging?.destroy();
  }

  return { reserve, write, compute, copy, clear, read, dispose };
}
