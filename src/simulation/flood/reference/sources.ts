// Rain and point fluxes added to a scheme's water before each step (m³/s, m/s). What is taken is at most what is there;
// the ledger books what the depth really gained, and in f32 the rounding left over waits per cell for its turn (Kahan).
import type { FloodFluxes } from '../parts.ts';
import { bookVolume, type Ledger } from './ledger.ts';
import { hasData, paddedIndex } from './padded-ground.ts';
import { THIN_M } from './physics.ts';
import type { Scheme } from './scheme.ts';

/** f32 water gathers its rain this long, so that a step's share is not lost in rounding. */
const GATHERED_S = 1;

export function createSources(scheme: Scheme) {
  const { ground, depthM } = scheme;
  const { width, height, stride, cellM } = ground;
  const area = cellM * cellM;
  const leftOver = scheme.leftOverM;
  let fluxes: FloodFluxes = { cells: new Int32Array(), flowM3s: new Float64Array() };
  let places = new Int32Array();
  let rate: number | Float32Array = 0;
  let waitingS = 0;

  /** Gives the metres that the cell really gained. */
  function add(at: number, metres: number): number {
    const before = depthM[at]!;
    const wanted = metres + (leftOver?.[at] ?? 0);
    const emptied = before + wanted < 0 && wanted < 0;
    depthM[at] = emptied ? Math.min(before, 0) : before + wanted;
    const gained = depthM[at]! - before;
    if (leftOver) leftOver[at] = emptied ? 0 : wanted - gained;
    if (scheme.hasMomentum && gained < 0) {
      const kept = before > 0 ? depthM[at]! / before : 0;
      scheme.flowX[at] = scheme.flowX[at]! * kept;
      scheme.flowY[at] = scheme.flowY[at]! * kept;
    }
    return gained;
  }

  function addFluxes(dtS: number, ledger: Ledger): void {
    const { flowM3s, momentumX, momentumY } = fluxes;
    for (let index = 0; index < places.length; index++) {
      const at = places[index]!;
      bookVolume(ledger, add(at, (flowM3s[index]! * dtS) / area) * area);
      if (scheme.hasMomentum && depthM[at]! > 0) {
        scheme.flowX[at] = scheme.flowX[at]! + (momentumX?.[index] ?? 0) * dtS;
        scheme.flowY[at] = scheme.flowY[at]! + (momentumY?.[index] ?? 0) * dtS;
      }
      scheme.touch(at);
    }
  }

  function addRain(dtS: number, isLast: boolean, ledger: Ledger): void {
    if (rate === 0) return;
    waitingS += dtS;
    if (leftOver && waitingS < GATHERED_S && !isLast) return;
    let [gains, losses] = [0, 0];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const here = typeof rate === 'number' ? rate : rate[row * width + column]!;
        const at = (row + 1) * stride + column + 1;
        if (here === 0 || !hasData(ground, at)) continue;
        const gained = add(at, here * waitingS);
        if (gained === 0) continue;
        if (gained > 0) gains += gained;
        else losses += gained;
        scheme.touch(at);
      }
    }
    bookVolume(ledger, gains * area);
    bookVolume(ledger, losses * area);
    waitingS = 0;
  }

  /** The step that all sources allow, given the one that the water allows. */
  function stableStepS(dtS: number): number {
    const { flowM3s, momentumX, momentumY } = fluxes;
    let shortest = dtS;
    for (let index = 0; index < places.length; index++) {
      const at = places[index]!;
      const flow = flowM3s[index]!;
      if (flow <= 0) continue;
      const depth = Math.max(0, depthM[at]!) + (flow * dtS) / area;
      if (!scheme.hasMomentum) {
        shortest = Math.min(shortest, scheme.stepOverS(depth, 0));
        continue;
      }
      const x = scheme.flowX[at]! + (momentumX?.[index] ?? 0) * dtS;
      const y = scheme.flowY[at]! + (momentumY?.[index] ?? 0) * dtS;
      const speed = depth > THIN_M ? Math.max(Math.abs(x), Math.abs(y)) / depth : 0;
      shortest = Math.min(shortest, scheme.stepOverS(depth, speed));
    }
    return shortest;
  }

  return {
    ...{ addFluxes, addRain, stableStepS },
    setFluxes(next: FloodFluxes) {
      fluxes = {
        ...next,
        flowM3s: next.flowM3s.slice(),
        ...(next.momentumX ? { momentumX: next.momentumX.slice() } : {}),
        ...(next.momentumY ? { momentumY: next.momentumY.slice() } : {}),
      };
      places = next.cells.map((cell) => paddedIndex(ground, cell));
    },
    setRain(next: number | Float32Array) {
      rate = typeof next === 'number' ? next : next.slice();
    },
    /** Per padded cell (m); empty in f64. */
    leftOver: () => leftOver ?? new Float64Array(),
    setLeftOver(values: Float32Array | Float64Array | undefined) {
      leftOver?.fill(0);
      if (values && values.length === leftOver?.length) leftOver.set(values);
      waitingS = 0;
    },
  };
}
