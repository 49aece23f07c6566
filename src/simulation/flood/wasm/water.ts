// The water in the kernels' memory as the host reads it, keeps it and puts it back. SI; row-major outside.

import {
  type FloodBalance,
  FloodError,
  type FloodOptions,
  type FloodState,
  type FloodStatistics,
} from '../parts.ts';
import { cellName } from '../reference/check-input.ts';
import { continueLedger } from '../reference/ledger.ts';
import { DRY_M, GRAVITY, SHORTEST_STEP_S } from '../reference/physics.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { offsetOf, type Shape } from './layout.ts';
import type { WasmScheme } from './scheme.ts';
import { refreshTiles } from './tile-state.ts';

/** What goes on with the water when it is kept and put back. */
const kept = ['TIME', 'STEP', 'ADDED', 'TAKEN', 'EDGE', 'RAINED', 'INITIAL', 'LARGEST'] as const;
const blocksOfWater = ['DEPTH', 'FLOW_X', 'FLOW_Y', 'RAIN_LEFT'] as const;

export type Water = ReturnType<typeof createWater>;

interface KeptWater {
  readonly arrays: readonly Float32Array[];
  readonly book: Float64Array;
}

export function createWater(kernel: KernelMemory, shape: Shape, scheme: WasmScheme) {
  const { width, height } = shape;
  const cells = width * height;
  const placeOf = (cell: number) => offsetOf(shape, Math.floor(cell / width), cell % width) / 4;

  function storedM3(areaM2: number): number {
    const { f32 } = kernel.now();
    let sum = 0;
    for (let row = 0; row < height; row++) {
      const start = (kernel.at('DEPTH') + offsetOf(shape, row, 0)) / 4;
      for (let at = start; at < start + width; at++) sum += f32[at]!;
    }
    return sum * areaM2;
  }

  function readBook(): Float64Array {
    return Float64Array.of(...kept.map((name) => kernel.number(name)), kernel.flag('STEPS'));
  }

  function writeBook(book: Float32Array | Float64Array): void {
    kept.forEach((name, index) => {
      kernel.setNumber(name, book[index] ?? 0);
    });
    kernel.setFlag('STEPS', book[kept.length] ?? 0);
  }

  return {
    placeOf,
    storedM3,
    keep: (): KeptWater => ({
      arrays: blocksOfWater.map((name) => kernel.floats(name).slice()),
      book: readBook(),
    }),
    goOn({ timeS, balance }: NonNullable<FloodOptions['since']>): void {
      const { initialM3, addedM3, takenM3, edgeM3, largestM3 } = continueLedger(balance);
      // In the order of `kept`.
      writeBook(
        Float64Array.of(timeS, 0, addedM3, takenM3, edgeM3, timeS, initialM3, largestM3, 0),
      );
    },
    /** As `keep`, into arrays that are there already. */
    keepAgain({ arrays, book }: KeptWater): void {
      blocksOfWater.forEach((name, index) => {
        arrays[index]?.set(kernel.floats(name));
      });
      book.set(readBook());
    },
    bringBack({ arrays, book }: KeptWater): void {
      blocksOfWater.forEach((name, index) => {
        kernel.floats(name).set(arrays[index]!);
      });
      writeBook(book);
      kernel.setFlag('FAILED', 0);
      refreshTiles(kernel, shape);
    },
    setDepthAt(cell: number, metres: number, areaM2: number): void {
      const { f32 } = kernel.now();
      const at = kernel.at('DEPTH') / 4 + placeOf(cell);
      const before = f32[at]!;
      f32[at] = metres;
      f32[kernel.at('RAIN_LEFT') / 4 + placeOf(cell)] = 0;
      const changeM3 = (f32[at]! - before) * areaM2;
      const name = changeM3 > 0 ? 'ADDED' : 'TAKEN';
      kernel.setNumber(name, kernel.number(name) + Math.abs(changeM3));
      if (!scheme.hasMomentum) return;
      const share = before > 0 ? metres / before : 0;
      for (const flow of ['FLOW_X', 'FLOW_Y'] as const) {
        const place = kernel.at(flow) / 4 + placeOf(cell);
        f32[place] = f32[place]! * share;
      }
    },
    state(): FloodState {
      const read = (name: 'SHOWN_DEPTH' | 'SHOWN_U' | 'SHOWN_V') => {
        const values = kernel.floats(name).subarray(0, cells);
        // Threads share memory; what is handed on must not.
        return values.buffer instanceof ArrayBuffer ? values : values.slice();
      };
      const [depthM, uMs, vMs] = [read('SHOWN_DEPTH'), read('SHOWN_U'), read('SHOWN_V')];
      return { timeS: kernel.number('TIME'), depthM, uMs, vMs };
    },
    balance(areaM2: number): FloodBalance {
      const initialM3 = kernel.number('INITIAL');
      const addedM3 = kernel.number('ADDED');
      const takenM3 = kernel.number('TAKEN');
      const edgeM3 = kernel.number('EDGE');
      const stored = storedM3(areaM2);
      const expected = initialM3 + addedM3 - takenM3 + edgeM3;
      const largest = Math.max(kernel.number('LARGEST'), expected);
      const relativeError = largest > 0 ? (stored - expected) / largest : 0;
      return { initialM3, storedM3: stored, addedM3, takenM3, edgeM3, relativeError };
    },
    /** Of the water as it is shown: a million cells by way of `velocity` would take as long as ten steps. */
    statistics(): FloodStatistics {
      const depths = kernel.floats('SHOWN_DEPTH');
      const [east, north] = [kernel.floats('SHOWN_U'), kernel.floats('SHOWN_V')];
      let [wetCells, fast] = [0, 0];
      for (let cell = 0; cell < cells; cell++) {
        const depth = depths[cell]!;
        if (depth <= DRY_M) continue;
        wetCells++;
        if (east[cell]! ** 2 + north[cell]! ** 2 > 0.64 * GRAVITY * depth) fast++;
      }
      return {
        ...{ steps: kernel.flag('STEPS'), stepS: kernel.number('STEP'), wetCells },
        ...{ activeTiles: kernel.flag('ACTIVE') },
        froudeShare: wetCells > 0 ? fast / wetCells : 0,
      };
    },
    /** What broke, where and when. */
    findBroken(): FloodError {
      const { f32 } = kernel.now();
      const when = `at ${kernel.number('TIME').toFixed(1)} s`;
      let [found, fastest] = [0, -1];
      for (let cell = 0; cell < cells; cell++) {
        const at = placeOf(cell);
        const values = blocksOfWater.slice(0, 3).map((name) => f32[kernel.at(name) / 4 + at]!);
        const broken = values.find((value) => !Number.isFinite(value));
        if (broken !== undefined) {
          const name = cellName(width, cell);
          const message = `The water in ${name} became ${broken} ${when}; a number was expected.`;
          return new FloodError(message, cell, broken);
        }
        const speed = values.reduce((sum, value) => sum + Math.abs(value), 0);
        if (speed > fastest) [found, fastest] = [cell, speed];
      }
      const name = cellName(width, found);
      const message = `The step fell below ${SHORTEST_STEP_S} s in ${name} ${when}; the water there runs away.`;
      return new FloodError(message, found, f32[kernel.at('DEPTH') / 4 + placeOf(found)]!);
    },
  };
}
