// FloodSolver on the graphics card: what the host does around batches of steps. SI; the scheme's decisions are those of
// ../reference/README.md, the kernels those of shaders/.
import {
  type FloodEdge,
  FloodError,
  type FloodGrid,
  type FloodOptions,
  type FloodSnapshot,
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
import {
  bookVolume,
  continueLedger,
  expectedM3,
  openLedger,
  toArray,
  toBalance,
  toLedger,
} from '../reference/ledger.ts';
import { toFloodError } from './broken.ts';
import type { Card } from './card.ts';
import { toEdgeList, toRainRaster, toSourceLists } from './forcing.ts';
import { createGround } from './ground.ts';
import { control, NONE, PARAMS_WORDS, placeOf, type Shape } from './layout.ts';
import { countWater, sumDepths, toProbe, toState, toWater, type Water } from './water.ts';

const VEC4 = 16;
const WORD = 4;
const PART_S = 2 ** -32;
/** A batch is about so many cells' updates, so that a run can be cut soon. */
const BATCH_CELLS = 2 ** 23;
const MOST_STEPS = 64;

interface Setup {
  readonly grid: FloodGrid;
  readonly options: FloodOptions;
  readonly shape: Shape;
  readonly card: Card;
}

export function createSolver({ grid: given, options, shape, card }: Setup): FloodSolver {
  const { width } = given;
  const cells = width * given.height;
  const area = given.cellM ** 2;
  const ground = createGround(given, shape);
  const { grid } = ground;
  const params = new Uint32Array(PARAMS_WORDS);
  const numbers = new Float32Array(params.buffer);
  const batchSteps = Math.max(4, Math.min(MOST_STEPS, Math.floor(BATCH_CELLS / shape.size)));
  const stale = { ground: true, edges: false, rain: false, sources: false };
  /** Changes of water that wait for the card to be asked. */
  let changes: ((water: Water) => void)[] = [];
  let fluxes = toSourceLists(shape, { cells: new Int32Array(), flowM3s: new Float64Array() });
  let edges: readonly FloodEdge[] = [];
  let rain: Float32Array<ArrayBuffer> | undefined;
  let shown: Water | undefined = toWater(shape, grid, options);
  let time = options.since?.timeS ?? 0;
  let isTouched = true;
  let ledger = options.since
    ? continueLedger(options.since.balance)
    : openLedger(sumDepths(shown) * area);
  let waitedS = 0;
  /** Steps that the card has counted. */
  let counted = 0;

  params.set([shape.pitch, shape.rows, shape.tilesX, shape.tiles]);
  params[6] = options.skipsDry === false ? 0 : 1;
  const { courant = 0.45, longestStepS = 10 } = options;
  numbers.set([given.cellM, courant, longestStepS, 0], 8);
  card.write('state', shown);
  card.write('control', new Uint32Array(control.WORDS));

  /** The water as it is now, on the host; true until the next run. */
  async function readWater(): Promise<Water> {
    if (!shown) {
      const [state] = await card.read(['state', shape.size * VEC4]);
      shown = new Float32Array(state!);
    }
    if (changes.length > 0) {
      for (const change of changes) change(shown);
      changes = [];
      card.write('state', shown);
      isTouched = true;
    }
    return shown;
  }

  function changeDepth(cell: number, metres: number): void {
    changes.push((water) => {
      const at = placeOf(shape, cell) * 4;
      const before = water[at]!;
      const kept = before > 0 ? metres / before : 0;
      water[at] = metres;
      water[at + 1] = water[at + 1]! * kept;
      water[at + 2] = water[at + 2]! * kept;
      water[at + 3] = 0;
      bookVolume(ledger, (water[at]! - before) * area);
    });
  }

  function upload(): void {
    if (stale.ground) {
      card.write('ground', ground.values);
      params[7] = ground.hasCrests() ? 1 : 0;
      // How far a stage stands above its bed.
      stale.edges = true;
    }
    if (stale.edges) {
      const list = toEdgeList(shape, ground, edges);
      params[5] = list.count;
      numbers[11] = list.stageMostM;
      card.reserve('edges', list.words.byteLength);
      card.write('edges', list.words);
    }
    if (stale.sources) {
      params[4] = fluxes.count;
      card.reserve('sources', fluxes.sources.byteLength);
      card.reserve('entries', fluxes.entries.byteLength);
      card.write('sources', fluxes.sources);
      card.write('entries', fluxes.entries);
    }
    if (stale.rain && rain) card.write('rain', rain);
    Object.assign(stale, { ground: false, edges: false, rain: false, sources: false });
    card.reserve('gains', gainsCount() * VEC4);
    card.write('params', params);
  }

  const gainsCount = () => shape.tiles + params[4]! + params[5]!;

  async function run(untilS: number, signal?: AbortSignal): Promise<void> {
    if (!Number.isFinite(untilS)) {
      throw new FloodError(`A run until ${untilS} s has no end.`, 0, untilS);
    }
    if (time >= untilS || signal?.aborted) return;
    if (changes.length > 0) await readWater();
    const start = { time, ledger: { ...ledger }, waitedS };
    upload();
    card.copy('state', 'saved');
    startClock(untilS);
    shown = undefined;
    for (let isOver = false; !isOver && !signal?.aborted; ) {
      const steps = Math.min(batchSteps, stepsTo(untilS));
      const { words, values, gains } = await doSteps(steps);
      account(words, values, gains);
      const leftS = words[control.LEFT_WHOLE]! + words[control.LEFT_PART]! * PART_S;
      if (words[control.BROKEN] !== NONE || values[control.SHORT_S]! > 0) {
        const [state] = await card.read(['state', shape.size * VEC4]);
        const broken = new Float32Array(state!);
        const error = toFloodError(shape, broken, words, values, untilS - leftS);
        card.copy('saved', 'state');
        ({ time, ledger, waitedS } = start);
        isTouched = true;
        throw error;
      }
      time = leftS > 0 ? untilS - leftS : untilS;
      isOver = leftS === 0;
    }
  }

  /** What is left, in units that the card can count down without rounding. */
  function startClock(untilS: number): void {
    const left = untilS - time;
    let whole = Math.floor(left);
    let part = Math.round((left - whole) / PART_S);
    if (part > NONE) [whole, part] = [whole + 1, 0];
    if (whole === 0 && part === 0) part = 1;
    card.write('control', Uint32Array.of(whole, part), control.LEFT_WHOLE * WORD);
    card.write('control', Float32Array.of(waitedS), control.WAITED_S * WORD);
    card.write('control', Float32Array.of(0), control.SHORT_S * WORD);
    card.write('control', Uint32Array.of(NONE), control.BROKEN * WORD);
    if (!isTouched) return;
    card.write('control', Uint32Array.of(0), control.SPEED * WORD);
    card.compute([['measure', shape.tilesX, shape.tilesY]]);
    isTouched = false;
  }

  /** With some to spare, since steps may become shorter. */
  const stepsTo = (untilS: number) =>
    ledger.stepS > 0 ? Math.ceil((untilS - time) / ledger.stepS) + 2 : MOST_STEPS / 4;

  async function doSteps(count: number) {
    card.clear('gains');
    const across = [shape.tilesX, shape.tilesY] as const;
    const step = [
      ['begin', 1, 1] as const,
      ...(rain ? [['rain', ...across] as const] : []),
      ['faces', ...across] as const,
      ...(params[5]! > 0 ? [['edges', 1, 1] as const] : []),
      ['update', ...across] as const,
    ];
    card.compute(Array.from({ length: count }, () => step).flat());
    const [state, gains] = await card.read(
      ['control', control.WORDS * WORD],
      ['gains', gainsCount() * VEC4],
    );
    const words = new Uint32Array(state!);
    const values = new Float32Array(state!);
    return { words, values, gains: new Float32Array(gains!) };
  }

  function account(words: Uint32Array, values: Float32Array, gains: Float32Array): void {
    const { gained, lost, entered } = sumGains(gains, (shape.tiles + params[4]!) * 4);
    ledger.addedM3 += gained * area;
    ledger.takenM3 += lost * area;
    ledger.edgeM3 += entered * area;
    ledger.largestM3 = Math.max(ledger.largestM3, expectedM3(ledger));
    ledger.steps += words[control.STEPS]! - counted;
    counted = words[control.STEPS]!;
    ledger.stepS = values[control.STEP_S]!;
    waitedS = values[control.WAITED_S]!;
  }

  async function probe(wanted: Int32Array): Promise<Float32Array> {
    for (const cell of wanted) checkInside(cells, cell, 'A probe');
    if (wanted.length === 0) return new Float32Array();
    const beds = Array.from(wanted, (cell) => grid.zM[cell]!);
    if (changes.length > 0) await readWater();
    const places = Uint32Array.from(wanted, (cell) => placeOf(shape, cell));
    card.reserve('wanted', places.byteLength);
    card.reserve('found', places.length * VEC4);
    card.write('wanted', places);
    card.compute([['pick', Math.ceil(places.length / 64), 1]]);
    const [found] = await card.read(['found', places.length * VEC4]);
    return toProbe(new Float32Array(found!), beds);
  }

  async function snapshot(): Promise<FloodSnapshot> {
    const water = await readWater();
    const book = Float64Array.of(...toArray(ledger), waitedS);
    return { timeS: time, arrays: [book, water.slice(), grid.zM.slice(), ...ground.crests()] };
  }

  function restore({ timeS, arrays }: FloodSnapshot): void {
    const [book, water, zM, west, north] = arrays;
    if (!book || !water || !zM || water.length !== shape.size * 4) {
      const found = (water?.length ?? 0) / 4;
      throw new FloodError(`The snapshot has ${found} places, not ${shape.size}.`, 0, found);
    }
    time = timeS;
    ledger = toLedger(book);
    waitedS = book[7] ?? 0;
    changes = [];
    shown = Float32Array.from(water);
    card.write('state', shown);
    zM.forEach((z, cell) => {
      ground.setBed(cell, z);
    });
    ground.setAllCrests(west, north);
    stale.ground = true;
    isTouched = true;
  }

  return {
    ...{ scheme: 'shallow-water', backend: 'webgpu', threads: 1, grid, run, probe, snapshot },
    restore,
    timeS: () => time,
    state: async () => toState(shape, await readWater(), time),
    balance: async () => {
      const storedM3 = sumDepths(await readWater()) * area;
      return toBalance(ledger, storedM3);
    },
    statistics: async () => {
      const { steps, stepS } = ledger;
      return { steps, stepS, ...countWater(shape, await readWater()) };
    },
    setFluxes(next) {
      checkFluxes(grid, next);
      fluxes = toSourceLists(shape, next);
      stale.sources = true;
    },
    setRain(rateMs) {
      checkRain(grid, rateMs);
      rain = toRainRaster(shape, ground, rateMs);
      stale.rain = true;
      // As with the other backends: what waited of a run that was cut is given at the new rate.
      if (!rain) waitedS = 0;
    },
    setEdges(next) {
      checkEdges(grid, next);
      edges = next.slice();
      stale.edges = true;
    },
    setBed(changed, zM) {
      changed.forEach((cell, index) => {
        checkInside(cells, cell, 'A bed level');
        checkBed(grid, cell, zM[index]!);
      });
      changed.forEach((cell, index) => {
        if (Number.isNaN(zM[index]!)) changeDepth(cell, 0);
        ground.setBed(cell, zM[index]!);
      });
      stale.ground = true;
    },
    setCrests(changed, westM, northM) {
      for (const cell of changed) checkInside(cells, cell, 'A crest');
      changed.forEach((cell, index) => {
        ground.setCrests(cell, westM[index]!, northM[index]!);
      });
      stale.ground = true;
    },
    setDepth(changed, metres) {
      checkDepths(grid, metres, changed);
      changed.forEach((cell, index) => {
        changeDepth(cell, metres[index]!);
      });
    },
    dispose: card.dispose,
  };
}

/** In metres of a cell; what lies from `edgesFrom` on came through edges. */
function sumGains(gains: Float32Array, edgesFrom: number) {
  let [gained, lost, entered] = [0, 0, 0];
  for (let at = 0; at < gains.length; at += 4) {
    const more = gains[at]! + gains[at + 1]!;
    const less = gains[at + 2]! + gains[at + 3]!;
    if (at >= edgesFrom) {
      entered += more - less;
      continue;
    }
    gained += more;
    lost += less;
  }
  return { gained, lost, entered };
}
