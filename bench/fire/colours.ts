import { lendColours } from '../../src/features/city/kernel/lent-colours.ts';
import { aRiskFrame, aSpread } from '../../src/features/fire/kernel/colours/a-painted-city.ts';
import {
  type ColourSource,
  paintBuildings,
  toWords,
} from '../../src/features/fire/kernel/colours/paint.ts';
import { fireScale } from '../../src/features/fire/kernel/colours/scales.ts';
import { ColourTable } from '../../src/features/fire/kernel/colours/table.ts';
import type { Row } from '../row.ts';

const BUILDINGS = 100_000;
const RUNS = 60;
const WARM = 10;
const GOAL_MS = 4;

/**
 * What the main thread does with a new frame: paint, compare, lay it over the city's own table, copy it to the one that
 * is uploaded. The upload itself is in `start`: “recolour 99,856 buildings”.
 */
export async function benchColours(): Promise<Row[]> {
  return changes.map(({ name, sourceAt }) => {
    const table = new ColourTable();
    const own = new Uint8Array(BUILDINGS * 4).fill(1);
    const state = new Uint8Array(own.length);
    const times = Array.from({ length: RUNS }, (_, run) => {
      const source = sourceAt(run);
      const palette = toWords(fireScale(source.colouring).colours);
      const counts = new Uint32Array(palette.length);
      const before = process.cpuUsage();
      const rgba = table.paint(BUILDINGS, (words) =>
        paintBuildings(words, source, palette, counts),
      );
      if (!rgba) throw new Error(`Run ${run} of ${name} changes no building.`);
      state.set(lendColours(own, rgba));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return {
      case: `recolour 100,000 buildings by ${name}, slowest of ${RUNS - WARM} (CPU, without upload)`,
      value: Math.max(...times.slice(WARM)),
      unit: 'ms',
      peer: 'goal with upload',
      peerValue: GOAL_MS,
    };
  });
}

const classes = Array.from({ length: BUILDINGS }, (_, at) => 1 + (at % 5));
const live = (run: number) => classes.map((_, at) => ((at + run) % 50 === 0 ? 20 : 0));
const spread = aSpread(classes.map((_, at) => (at % 4 === 0 ? at / 10 : Infinity)));
const firstS = (run: number) => Float32Array.from(classes, (_, at) => ((at + run) * 7) % 1500);

const changes: readonly { name: string; sourceAt: (run: number) => ColourSource }[] = [
  {
    name: 'risk',
    sourceAt: (run) => ({
      colouring: 'risk-class',
      frame: aRiskFrame(classes, { live: live(run) }),
    }),
  },
  {
    name: 'what burns',
    sourceAt: (run) => ({ colouring: 'burning', spread, timeS: run * 60, wet: [] }),
  },
  {
    name: 'first engine',
    sourceAt: (run) => ({ colouring: 'first-engine', cover: { firstS: firstS(run) } as never }),
  },
];
