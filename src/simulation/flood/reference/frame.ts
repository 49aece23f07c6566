// Makes a FloodSolver of a scheme: step lengths, sources, balance, state, snapshots, and the last good state where a
// run breaks. Reference and plain JS share it; the sweeps are their own. SI; README.md says in which order.
import {
  type FloodBackend,
  type FloodEdge,
  FloodError,
  type FloodGrid,
  type FloodOptions,
  type FloodSolver,
} from '../parts.ts';
import {
  cellName,
  checkBed,
  checkDepths,
  checkEdges,
  checkFluxes,
  checkInside,
  checkRain,
} from './check-input.ts';
import {
  bookVolume,
  closeStep,
  continueLedger,
  openLedger,
  toArray,
  toBalance,
  toLedger,
} from './ledger.ts';
import { cellOf, hasData, makeCrests, paddedIndex, type Reals, setBedAt } from './padded-ground.ts';
import { GRAVITY, SHORTEST_STEP_S } from './physics.ts';
import { createReadings } from './readings.ts';
import { BrokenWater, type PaddedEdge, type Scheme, toPaddedEdge } from './scheme.ts';
import { createSources } from './sources.ts';

interface Frame {
  readonly grid: FloodGrid;
  readonly options: FloodOptions;
  readonly backend: FloodBackend;
  readonly scheme: Scheme;
}

export function createFrame({ grid, options, backend, scheme }: Frame): FloodSolver {
  const { ground, depthM } = scheme;
  const { width } = grid;
  const cells = width * grid.height;
  const area = grid.cellM ** 2;
  const longestS = options.longestStepS ?? 10;
  const sources = createSources(scheme);
  // The solver's own copy: bed and crests change.
  const current = { ...grid, zM: grid.zM.slice() };
  let edges: readonly PaddedEdge[] = [];
  let time = options.since?.timeS ?? 0;
  fillIn(options.depthM, (at, value) => {
    depthM[at] = value;
  });
  startMoving();
  scheme.touchAll();
  let ledger = options.since ? continueLedger(options.since.balance) : openLedger(storedM3());
  const readings = createReadings(scheme, () => {
    const { steps, stepS } = ledger;
    return { timeS: time, steps, stepS };
  });
  const saved = {
    depthM: depthM.slice(),
    flowX: scheme.flowX.slice(),
    flowY: scheme.flowY.slice(),
  };
  let savedLeftOver = sources.leftOver().slice();

  function fillIn(values: Float32Array | undefined, write: (at: number, value: number) => void) {
    values?.forEach((value, cell) => {
      const at = paddedIndex(ground, cell);
      if (hasData(ground, at)) write(at, value);
    });
  }

  function startMoving(): void {
    const { uMs, vMs } = options;
    const { stride } = ground;
    if (scheme.hasMomentum) {
      fillIn(uMs, (at, speed) => {
        scheme.flowX[at] = speed * depthM[at]!;
      });
      fillIn(vMs, (at, speed) => {
        scheme.flowY[at] = speed * depthM[at]!;
      });
      return;
    }
    // Half of each side's flow; closed faces, with no cell beyond, carry none.
    fillIn(uMs, (at, speed) => {
      const half = 0.5 * speed * depthM[at]!;
      if (hasData(ground, at - 1)) scheme.flowX[at] = scheme.flowX[at]! + half;
      if (hasData(ground, at + 1)) scheme.flowX[at + 1] = scheme.flowX[at + 1]! + half;
    });
    fillIn(vMs, (at, speed) => {
      const half = 0.5 * speed * depthM[at]!;
      if (hasData(ground, at - stride)) scheme.flowY[at] = scheme.flowY[at]! + half;
      if (hasData(ground, at + stride))
        scheme.flowY[at + stride] = scheme.flowY[at + stride]! + half;
    });
  }

  function storedM3(): number {
    let sum = 0;
    for (let index = 0; index < depthM.length; index++) sum += depthM[index]!;
    return sum * area;
  }

  function stepLengthS(remainingS: number): number {
    let dtS = Math.min(longestS, scheme.stableStepS());
    dtS = Math.min(dtS, sources.stableStepS(dtS));
    for (const { at, kind, value } of edges) {
      if (kind !== 'stage') continue;
      const depth = value - ground.zM[at]!;
      if (depth <= 0) continue;
      const speed = scheme.hasMomentum ? Math.sqrt(GRAVITY * depth) : 0;
      dtS = Math.min(dtS, scheme.stepOverS(depth, speed));
    }
    if (dtS < SHORTEST_STEP_S) throw new BrokenWater(fastestCell(), dtS);
    return remainingS / Math.max(1, Math.ceil(remainingS / dtS - 1e-9));
  }

  function fastestCell(): number {
    let [found, fastest] = [0, -1];
    for (let index = 0; index < cells; index++) {
      const at = paddedIndex(ground, index);
      const speed = Math.abs(scheme.flowX[at]!) + Math.abs(scheme.flowY[at]!) + depthM[at]!;
      if (speed > fastest) [found, fastest] = [at, speed];
    }
    return found;
  }

  function run(untilS: number, signal?: AbortSignal): void {
    if (!Number.isFinite(untilS)) {
      throw new FloodError(`A run until ${untilS} s has no end.`, 0, untilS);
    }
    const start = { time, ledger: { ...ledger } };
    copy(saved, scheme);
    savedLeftOver = sources.leftOver().slice();
    try {
      while (time < untilS && !signal?.aborted) advance(untilS);
      scheme.stableStepS();
    } catch (error) {
      if (!(error instanceof BrokenWater)) throw error;
      const brokenAtS = time;
      copy(scheme, saved);
      ({ time, ledger } = start);
      sources.setLeftOver(savedLeftOver);
      scheme.touchAll();
      throw toFloodError(error, brokenAtS);
    }
  }

  function advance(untilS: number): void {
    const remainingS = untilS - time;
    const dtS = stepLengthS(remainingS);
    const isLast = dtS === remainingS;
    sources.addFluxes(dtS, ledger);
    sources.addRain(dtS, isLast, ledger);
    closeStep(ledger, scheme.step(dtS), dtS);
    time = isLast ? untilS : time + dtS;
  }

  function toFloodError({ at, value }: BrokenWater, timeS: number): FloodError {
    const cell = cellOf(ground, at);
    const name = cellName(width, cell);
    const when = `at ${timeS.toFixed(1)} s`;
    const message =
      value > 0 && value < SHORTEST_STEP_S
        ? `The step fell to ${value} s in ${name} ${when}; the water there runs away.`
        : `The water in ${name} became ${value} ${when}; a number was expected.`;
    return new FloodError(message, cell, value);
  }

  return {
    ...{ scheme: options.scheme, backend, threads: 1, grid: current, run, ...readings },
    timeS: () => time,
    balance: () => toBalance(ledger, storedM3()),
    setFluxes(fluxes) {
      checkFluxes(current, fluxes);
      sources.setFluxes(fluxes);
    },
    setRain(rateMs) {
      checkRain(current, rateMs);
      sources.setRain(rateMs);
    },
    setEdges(next: readonly FloodEdge[]) {
      checkEdges(current, next);
      for (const { face, isWestEast } of edges) {
        if (!scheme.hasMomentum) (isWestEast ? scheme.flowX : scheme.flowY)[face] = 0;
      }
      edges = next.map((edge) => toPaddedEdge(ground, paddedIndex(ground, edge.cell), edge));
      scheme.setEdges(edges);
    },
    setBed(changed, zM) {
      changed.forEach((cell, index) => {
        checkInside(cells, cell, 'A bed level');
        checkBed(current, cell, zM[index]!);
      });
      changed.forEach((cell, index) => {
        const at = paddedIndex(ground, cell);
        if (Number.isNaN(zM[index]!)) setDepthAt(at, 0);
        current.zM[cell] = zM[index]!;
        setBedAt(ground, at, zM[index]!);
        scheme.touch(at);
      });
    },
    setCrests(changed, westM, northM) {
      makeCrests(ground);
      changed.forEach((cell, index) => {
        checkInside(cells, cell, 'A crest');
        const at = paddedIndex(ground, cell);
        ground.crestWestM![at] = westM[index]!;
        ground.crestNorthM![at] = northM[index]!;
        scheme.touch(at);
      });
    },
    setDepth(changed, metres) {
      checkDepths(current, metres, changed);
      changed.forEach((cell, index) => {
        setDepthAt(paddedIndex(ground, cell), metres[index]!);
      });
    },
    snapshot() {
      const { crestWestM, crestNorthM, zM } = ground;
      const crests = crestWestM && crestNorthM ? [crestWestM, crestNorthM] : [];
      const arrays = [
        ...[toArray(ledger), depthM, scheme.flowX, scheme.flowY, zM],
        ...[sources.leftOver(), ...crests],
      ];
      return { timeS: time, arrays: arrays.map((values) => values.slice()) };
    },
    restore({ timeS, arrays }) {
      const [book, depth, x, y, z, leftOver, west, north] = arrays;
      if (!book || !depth || !x || !y || !z || depth.length !== depthM.length) {
        const message = `The snapshot has ${depth?.length ?? 0} cells, not ${depthM.length}.`;
        throw new FloodError(message, 0, depth?.length ?? 0);
      }
      ledger = toLedger(book);
      time = timeS;
      copy(scheme, { depthM: depth, flowX: x, flowY: y });
      ground.zM.set(z);
      for (let cell = 0; cell < cells; cell++) {
        const at = paddedIndex(ground, cell);
        current.zM[cell] = hasData(ground, at) ? ground.zM[at]! : Number.NaN;
      }
      if (west && north) makeCrests(ground);
      ground.crestWestM?.fill(-Infinity);
      ground.crestNorthM?.fill(-Infinity);
      if (west && north) {
        ground.crestWestM?.set(west);
        ground.crestNorthM?.set(north);
      }
      sources.setLeftOver(leftOver);
      scheme.touchAll();
    },
    dispose() {},
  };

  function setDepthAt(at: number, metres: number): void {
    const before = depthM[at]!;
    depthM[at] = metres;
    bookVolume(ledger, (depthM[at]! - before) * area);
    if (scheme.hasMomentum) {
      const kept = before > 0 ? metres / before : 0;
      scheme.flowX[at] = scheme.flowX[at]! * kept;
      scheme.flowY[at] = scheme.flowY[at]! * kept;
    }
    scheme.touch(at);
  }
}

interface Water {
  readonly depthM: Reals;
  readonly flowX: Reals;
  readonly flowY: Reals;
}

function copy(to: Water, from: Water): void {
  to.depthM.set(from.depthM);
  to.flowX.set(from.flowX);
  to.flowY.set(from.flowY);
}
