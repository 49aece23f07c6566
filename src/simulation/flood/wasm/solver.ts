// FloodSolver over the flood kernels: what the host does between steps. SI; the scheme's decisions are those of
// `../reference/README.md`, the kernels those of `assembly/`.

import {
  type FloodEdge,
  FloodError,
  type FloodGrid,
  type FloodOptions,
  type FloodSolver,
} from '../parts.ts';
import {
  checkBed,
  checkDepths,
  checkEdges,
  checkFluxes,
  checkInside,
  checkRain,
} from '../reference/check-input.ts';
import { closeEdges, writeEdges } from './edge-lists.ts';
import { makeCrests, toGround } from './ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import type { Shape } from './layout.ts';
import type { FloodThread, KernelExports } from './parts.ts';
import type { WasmScheme } from './scheme.ts';
import { refreshTileOf, refreshTiles } from './tile-state.ts';
import { createWater } from './water.ts';

const BROKEN = 2;

interface Setup {
  readonly grid: FloodGrid;
  readonly options: FloodOptions;
  readonly shape: Shape;
  readonly scheme: WasmScheme;
  readonly kernel: KernelMemory;
  readonly exports: KernelExports;
  readonly threads: readonly FloodThread[];
}

/** Over kernels that are placed and threads that have started. */
export function createSolver({ grid, options, ...setup }: Setup): FloodSolver {
  const { shape, scheme, kernel, exports, threads } = setup;
  const { width } = grid;
  const cells = width * grid.height;
  const area = grid.cellM ** 2;
  const ground = toGround(grid);
  const water = createWater(kernel, shape, scheme);
  let edges: readonly FloodEdge[] = [];
  let isShown = false;
  /** The host changed water since the last step. */
  let isTouched = true;

  scheme.writeGround(kernel, shape, ground);
  kernel.setFlag('HAS_MOMENTUM', scheme.hasMomentum ? 1 : 0);
  kernel.setFlag('SKIPS_DRY', options.skipsDry === false ? 0 : 1);
  kernel.setNumber('COURANT', scheme.toCourant(options));
  kernel.setNumber('THETA', options.theta ?? 0.9);
  kernel.setNumber('LONGEST', options.longestStepS ?? 10);
  options.depthM?.forEach((depth, cell) => {
    if (Number.isNaN(ground.zM[cell]!)) return;
    kernel.now().f32[kernel.at('DEPTH') / 4 + water.placeOf(cell)] = depth;
  });
  scheme.startMoving(kernel, shape, { ground, options });
  refreshTiles(kernel, shape);
  const initialM3 = water.storedM3(area);
  kernel.setNumber('INITIAL', initialM3);
  kernel.setNumber('LARGEST', initialM3);
  if (options.since) water.goOn(options.since);
  const start = water.keep();

  function run(untilS: number, signal?: AbortSignal): void {
    if (!Number.isFinite(untilS)) {
      throw new FloodError(`A run until ${untilS} s has no end.`, 0, untilS);
    }
    if (kernel.number('TIME') >= untilS || signal?.aborted) return;
    water.keepAgain(start);
    isShown = false;
    if (isTouched) scheme.settle(kernel, shape);
    isTouched = false;
    kernel.setNumber('UNTIL', untilS);
    while (kernel.number('TIME') < untilS && !signal?.aborted) {
      if (exports[scheme.step]() !== BROKEN) continue;
      const error = water.findBroken();
      water.bringBack(start);
      isTouched = true;
      throw error;
    }
  }

  function show(): void {
    if (!isShown) exports[scheme.show]();
    isShown = true;
  }

  function setRain(rateMs: number | Float32Array): void {
    checkRain(grid, rateMs);
    const rates = kernel.floats('RAIN');
    let isRaining = false;
    for (let cell = 0; cell < cells; cell++) {
      const rate = typeof rateMs === 'number' ? rateMs : rateMs[cell]!;
      const takes = !Number.isNaN(ground.zM[cell]!);
      if (rate !== 0 && takes) isRaining = true;
      rates[water.placeOf(cell)] = takes ? rate : 0;
    }
    kernel.setFlag('HAS_RAIN', isRaining ? 1 : 0);
    // Rain of a run that was cut short is still to be given: at the new rate, as by the other backends.
    if (!isRaining) kernel.setNumber('RAINED', kernel.number('TIME'));
  }

  return {
    ...{ scheme: options.scheme, backend: 'wasm', threads: threads.length + 1, run, setRain },
    grid: { ...grid, ...ground },
    timeS: () => kernel.number('TIME'),
    state() {
      show();
      return water.state();
    },
    probe(wanted) {
      const { f32 } = kernel.now();
      const values = new Float32Array(wanted.length * 4);
      wanted.forEach((cell, index) => {
        checkInside(cells, cell, 'A probe');
        const at = water.placeOf(cell);
        const depth = f32[kernel.at('DEPTH') / 4 + at]!;
        const velocity = scheme.velocity(kernel, shape, at);
        // Bed and depth are added in f64: the level keeps what both know.
        values.set([depth, ground.zM[cell]! + depth, ...velocity], index * 4);
      });
      return values;
    },
    setFluxes(fluxes) {
      checkFluxes(grid, fluxes);
      const { length } = fluxes.cells;
      kernel.reserve('FLUX_CELLS', length * 4);
      kernel.reserve('FLUX_FLOWS', length * 8);
      kernel.reserve('FLUX_MOMENTUM', length * 16);
      const { f64, i32 } = kernel.now();
      fluxes.cells.forEach((cell, index) => {
        i32[kernel.at('FLUX_CELLS') / 4 + index] = water.placeOf(cell) * 4;
        f64[kernel.at('FLUX_FLOWS') / 8 + index] = fluxes.flowM3s[index]!;
        const at = kernel.at('FLUX_MOMENTUM') / 8 + index * 2;
        f64[at] = fluxes.momentumX?.[index] ?? 0;
        // Rows count southward.
        f64[at + 1] = -(fluxes.momentumY?.[index] ?? 0);
      });
      kernel.setFlag('FLUXES', length);
    },
    setEdges(next) {
      checkEdges({ ...grid, ...ground }, next);
      if (!scheme.hasMomentum) closeEdges(kernel, shape, width, edges);
      edges = [...next];
      writeEdges(kernel, shape, ground, edges, scheme.findsSouth);
    },
    setBed(changed, zM) {
      changed.forEach((cell, index) => {
        checkInside(cells, cell, 'A bed level');
        checkBed(grid, cell, zM[index]!);
      });
      changed.forEach((cell, index) => {
        ground.zM[cell] = zM[index]!;
        if (Number.isNaN(zM[index]!)) {
          water.setDepthAt(cell, 0, area);
          kernel.floats('RAIN')[water.placeOf(cell)] = 0;
        }
        refreshTileOf(kernel, shape, cell);
      });
      for (const cell of changed) scheme.writeCell(kernel, shape, ground, cell);
      if (edges.length > 0) writeEdges(kernel, shape, ground, edges, scheme.findsSouth);
      isShown = false;
      isTouched = true;
    },
    setCrests(changed, westM, northM) {
      for (const cell of changed) checkInside(cells, cell, 'A crest');
      makeCrests(ground);
      changed.forEach((cell, index) => {
        ground.crestWestM![cell] = westM[index]!;
        ground.crestNorthM![cell] = northM[index]!;
      });
      for (const cell of changed) scheme.writeCell(kernel, shape, ground, cell);
      if (edges.length > 0) writeEdges(kernel, shape, ground, edges, scheme.findsSouth);
    },
    setDepth(changed, metres) {
      checkDepths({ ...grid, ...ground }, metres, changed);
      changed.forEach((cell, index) => {
        water.setDepthAt(cell, metres[index]!, area);
        refreshTileOf(kernel, shape, cell);
      });
      isShown = false;
      isTouched = true;
    },
    balance: () => water.balance(area),
    statistics() {
      show();
      return water.statistics();
    },
    snapshot() {
      const { arrays, book } = water.keep();
      const { crestWestM, crestNorthM, zM } = ground;
      const crests = crestWestM && crestNorthM ? [crestWestM.slice(), crestNorthM.slice()] : [];
      return { timeS: kernel.number('TIME'), arrays: [book, ...arrays, zM.slice(), ...crests] };
    },
    restore({ arrays }) {
      const [book, depth, x, y, left, z, west, north] = arrays;
      if (!book || !depth || !x || !y || !left || z?.length !== cells) {
        const message = `The snapshot has ${z?.length ?? 0} cells, not ${cells}.`;
        throw new FloodError(message, 0, z?.length ?? 0);
      }
      ground.zM.set(z);
      if (west && north) makeCrests(ground);
      ground.crestWestM?.fill(-Infinity);
      ground.crestNorthM?.fill(-Infinity);
      if (west && north) {
        ground.crestWestM?.set(west);
        ground.crestNorthM?.set(north);
      }
      scheme.writeGround(kernel, shape, ground);
      if (edges.length > 0) writeEdges(kernel, shape, ground, edges, scheme.findsSouth);
      const water32 = [depth, x, y, left].map((values) => Float32Array.from(values));
      water.bringBack({ arrays: water32, book: Float64Array.from(book) });
      isShown = false;
      isTouched = true;
    },
    dispose() {
      exports.quit();
      for (const thread of threads) thread.stop();
    },
  };
}
