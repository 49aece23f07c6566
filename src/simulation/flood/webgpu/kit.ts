// The device and its compiled kernels, one for all solvers of a thread: compiling takes longer than many a run.
import { findAdapter } from './adapter.ts';
import { begin } from './shaders/begin.ts';
import { edges } from './shaders/edges.ts';
import { faces } from './shaders/faces.ts';
import { measure, pick } from './shaders/measure.ts';
import { toShader } from './shaders/parts.ts';
import { rain } from './shaders/rain.ts';
import { update } from './shaders/update.ts';

export const kernels = { begin, rain, faces, edges, update, measure, pick } as const;
export type KernelName = keyof typeof kernels;

export interface Kit {
  readonly device: GPUDevice;
  readonly pipelines: ReadonlyMap<KernelName, GPUComputePipeline>;
  /** Size of the largest buffer. */
  readonly mostBytes: number;
  /** One sentence, once the device is lost. */
  readonly lost: () => string | undefined;
}

let present: Promise<Kit> | undefined;

/** @throws Error where there is no card or a kernel does not compile; the next call tries again. */
export async function openKit(): Promise<Kit> {
  const opening = present ?? makeKit();
  present = opening;
  try {
    const kit = await opening;
    if (kit.lost() === undefined) return kit;
  } catch (error) {
    if (present === opening) present = undefined;
    throw error;
  }
  if (present === opening) present = undefined;
  return openKit();
}

async function makeKit(): Promise<Kit> {
  const adapter = await findAdapter();
  if (!adapter) throw new Error('There is no graphics card that WebGPU can use.');
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const requiredLimits = { maxStorageBufferBindingSize, maxBufferSize };
  const device = await adapter.requestDevice({ requiredLimits });
  let lost: string | undefined;
  void device.lost.then(({ message }) => {
    lost = `The graphics card was lost: ${message.trim() || 'no reason was given'}`;
  });
  const pipelines = new Map<KernelName, GPUComputePipeline>();
  try {
    await Promise.all(
      names(kernels).map(async (name) => {
        pipelines.set(name, await compile(device, name));
      }),
    );
  } catch (error) {
    device.destroy();
    throw error;
  }
  const mostBytes = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  return { device, pipelines, mostBytes, lost: () => lost };
}

async function compile(device: GPUDevice, name: KernelName): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ label: name, code: toShader(kernels[name]) });
  const { messages } = await module.getCompilationInfo();
  const first = messages.find(({ type }) => type === 'error');
  if (first) throw new Error(`Kernel ${name}, line ${first.lineNum}: ${first.message}`);
  return device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module, entryPoint: 'main' },
  });
}

const names = (all: typeof kernels) => Object.keys(all) as KernelName[];
