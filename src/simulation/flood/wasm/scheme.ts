// What differs between the two schemes where the host deals with them.

import type { FloodOptions, FloodScheme } from '../parts.ts';
import { stableCourant } from '../reference/local-inertial.ts';
import { GRAVITY, SHOWN_DEPTH_M, THIN_M } from '../reference/physics.ts';
import type { Ground } from './ground.ts';
import { writeAllFaces, writeFacesOf } from './inertial-ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { type BlockName, inertialBlocks, offsetOf, type Shape, waterBlocks } from './layout.ts';
import { writeWaterCell, writeWaterGround } from './water-ground.ts';

export interface WasmScheme {
  readonly toCourant: (options: FloodOptions) => number;
  /** Momentum belongs to cells, so that sources bring and sinks take it. */
  readonly hasMomentum: boolean;
  readonly step: 'stepInertial' | 'stepWater';
  readonly show: 'showInertial' | 'showWater';
  /** South faces are found with the row north of them. */
  readonly findsSouth: boolean;
  readonly toBlocks: (shape: Shape, threads: number) => Partial<Record<BlockName, number>>;
  readonly writeGround: (kernel: KernelMemory, shape: Shape, ground: Ground) => void;
  readonly writeCell: (kernel: KernelMemory, shape: Shape, ground: Ground, cell: number) => void;
  /** East and north (m/s) at a place (index of an f32) in the blocks of water. */
  readonly velocity: (kernel: KernelMemory, shape: Shape, at: number) => readonly [number, number];
  readonly startMoving: (kernel: KernelMemory, shape: Shape, start: Start) => void;
  /** After the host changed water, before the next step. */
  readonly settle: (kernel: KernelMemory, shape: Shape) => void;
}

interface Start {
  readonly ground: Ground;
  readonly options: FloodOptions;
}

const localInertial: WasmScheme = {
  toCourant: ({ courant = 0.7, theta = 0.9 }) => stableCourant(courant, theta),
  hasMomentum: false,
  findsSouth: true,
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
  settle() {},
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

const shallowWater: WasmScheme = {
  toCourant: ({ courant = 0.45 }) => courant,
  hasMomentum: true,
  findsSouth: false,
  step: 'stepWater',
  show: 'showWater',
  toBlocks: waterBlocks,
  writeGround: writeWaterGround,
  writeCell: writeWaterCell,
  velocity(kernel, _, at) {
    const { f32 } = kernel.now();
    const depth = f32[kernel.at('DEPTH') / 4 + at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    const east = f32[kernel.at('FLOW_X') / 4 + at]! / depth;
    return [east, -f32[kernel.at('FLOW_Y') / 4 + at]! / depth];
  },
  startMoving(kernel, shape, { ground, options }) {
    const { width, zM } = ground;
    const { uMs, vMs, depthM } = options;
    if (!depthM) return;
    const { f32 } = kernel.now();
    for (let cell = 0; cell < zM.length; cell++) {
      const depth = depthM[cell]!;
      if (!(depth > 0) || Number.isNaN(zM[cell]!)) continue;
      const at = offsetOf(shape, Math.floor(cell / width), cell % width) / 4;
      f32[kernel.at('FLOW_X') / 4 + at] = (uMs?.[cell] ?? 0) * depth;
      f32[kernel.at('FLOW_Y') / 4 + at] = -(vMs?.[cell] ?? 0) * depth;
    }
  },
  settle(kernel, shape) {
    // A tile that sleeps has the same water in both sets of blocks.
    kernel.floats('DEPTH_NEXT').set(kernel.floats('DEPTH'));
    kernel.floats('FLOW_X_NEXT').set(kernel.floats('FLOW_X'));
    kernel.floats('FLOW_Y_NEXT').set(kernel.floats('FLOW_Y'));
    kernel.setNumber('FASTEST', findFastest(kernel, shape));
  },
};

/** Of the waves in water deeper than 0.1 mm (m/s). */
function findFastest(kernel: KernelMemory, shape: Shape): number {
  const { f32 } = kernel.now();
  const [depths, x, y] = [kernel.at('DEPTH') / 4, kernel.at('FLOW_X') / 4, kernel.at('FLOW_Y') / 4];
  let fastest = 0;
  for (let row = 0; row < shape.height; row++) {
    const start = offsetOf(shape, row, 0) / 4;
    for (let at = start; at < start + shape.width; at++) {
      const depth = f32[depths + at]!;
      if (!(depth > THIN_M)) continue;
      const flow = Math.max(Math.abs(f32[x + at]!), Math.abs(f32[y + at]!));
      fastest = Math.max(fastest, flow / depth + Math.sqrt(GRAVITY * depth));
    }
  }
  return fastest;
}

const isOpen = (z: number) => !Number.isNaN(z);

export const schemes: Readonly<Record<FloodScheme, WasmScheme>> = {
  'local-inertial': localInertial,
  'shallow-water': shallowWater,
};
