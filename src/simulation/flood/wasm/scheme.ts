// What differs between the two schemes where the host deals with them.

import type { FloodOptions, FloodScheme } from '../parts.ts';
import { stableCourant } from '../reference/local-inertial.ts';
import type { Ground } from './ground.ts';
import { writeAllFaces, writeFacesOf } from './inertial-ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { type BlockName, inertialBlocks, offsetOf, type Shape } from './layout.ts';
import type { KernelExports } from './parts.ts';

export interface WasmScheme {
  readonly toCourant: (options: FloodOptions) => number;
  /** Momentum belongs to cells, so that sources bring and sinks take it. */
  readonly hasMomentum: boolean;
  readonly step: 'stepInertial';
  readonly show: 'showInertial';
  readonly toBlocks: (shape: Shape, threads: number) => Partial<Record<BlockName, number>>;
  readonly writeGround: (kernel: KernelMemory, shape: Shape, ground: Ground) => void;
  readonly writeCell: (kernel: KernelMemory, shape: Shape, ground: Ground, cell: number) => void;
  /** East and north (m/s) at a place (index of an f32) in the blocks of water. */
  readonly velocity: (kernel: KernelMemory, shape: Shape, at: number) => readonly [number, number];
  readonly startMoving: (kernel: KernelMemory, shape: Shape, start: Start) => void;
}

interface Start {
  readonly ground: Ground;
  readonly options: FloodOptions;
}

const SHOWN_DEPTH_M = 0.01;

const localInertial: WasmScheme = {
  toCourant: ({ courant = 0.7, theta = 0.9 }) => stableCourant(courant, theta),
  hasMomentum: false,
  step: 'stepInertial',
  show: 'showInertial',
  toBlocks: inertialBlocks,
  writeGround: writeAllFaces,
  writeCell: writeFacesOf,
  velocity(kernel, { pitch }, at) {
    const { f32 } = kernel.now();
    const depth = f32[kernel.at('DEPTH') / 4 + at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    const x = kernel.at('FLOW_X') / 4 + at;
    const y = kernel.at('FLOW_Y') / 4 + at;
    const east = (0.5 * (f32[x]! + f32[x + 1]!)) / depth;
    // Rows count southward, so north is against the count.
    return [east, (-0.5 * (f32[y]! + f32[y + pitch / 4]!)) / depth];
  },
  /** Half of each side's flow; closed faces, with no cell beyond, carry none. */
  startMoving(kernel, shape, { ground, options }) {
    const { width, height, zM } = ground;
    const { uMs, vMs, depthM } = options;
    if (!depthM) return;
    const { f32 } = kernel.now();
    const flowX = kernel.at('FLOW_X') / 4;
    const flowY = kernel.at('FLOW_Y') / 4;
    const add = (at: number, flow: number) => {
      f32[at] = f32[at]! + flow;
    };
    for (let cell = 0; cell < zM.length; cell++) {
      const depth = depthM[cell]!;
      if (!(depth > 0) || Number.isNaN(zM[cell]!)) continue;
      const column = cell % width;
      const row = Math.floor(cell / width);
      const at = offsetOf(shape, row, column) / 4;
      const halfX = 0.5 * (uMs?.[cell] ?? 0) * depth;
      const halfY = -0.5 * (vMs?.[cell] ?? 0) * depth;
      if (column > 0 && isOpen(zM[cell - 1]!)) add(flowX + at, halfX);
      if (column + 1 < width && isOpen(zM[cell + 1]!)) add(flowX + at + 1, halfX);
      if (row > 0 && isOpen(zM[cell - width]!)) add(flowY + at, halfY);
      if (row + 1 < height && isOpen(zM[cell + width]!)) add(flowY + at + shape.pitch / 4, halfY);
    }
  },
};

const isOpen = (z: number) => !Number.isNaN(z);

export const schemes: Readonly<Partial<Record<FloodScheme, WasmScheme>>> = {
  'local-inertial': localInertial,
};

export type StepName = keyof Pick<KernelExports, 'stepInertial'>;
