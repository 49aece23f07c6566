// Colours by what sensors bound to elements say now: steps along a ramp, grey where the news is old.

import { classOf } from '#model/class-breaks.ts';
import { MISSING_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import type { Legend, LiveValue } from '../contract.ts';
import { fitLiveScale, type LiveScale, shownUnit } from './live-scale.ts';
import type { ModelData } from './model-data.ts';

export interface LiveColouring {
  /** By row of each model: 1 where it has a value. */
  readonly live: readonly Uint8Array[];
  /** By row of each model: a colour's position; 0 without a value. */
  readonly classes: readonly Uint8Array[];
  readonly colours: readonly (number | undefined)[];
  readonly legend: Legend;
  readonly scale: LiveScale;
}

/** How much of its hue an old value keeps. */
const STALE_HUE = 0.25;

export function colourLive(
  models: readonly ModelData[],
  values: readonly LiveValue[],
  property: string,
  known: LiveScale | undefined,
): LiveColouring {
  const here = [...newestByElement(values.filter(({ value }) => Number.isFinite(value)))].filter(
    ([globalId]) => models.some((model) => model.rowOf(globalId) !== undefined),
  );
  const scale = fitLiveScale(
    property,
    here.map(([, { value }]) => value),
    known,
  );
  const { breaks } = scale;
  const steps = breaks.length + 1;
  const ramp = sampleRamp('viridis', steps);
  const live = models.map(({ count }) => new Uint8Array(count));
  const classes = models.map(({ count }) => new Uint8Array(count));
  let none = 0;
  let [oldest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const found = new Set<LiveValue>();
  for (const [at, model] of models.entries()) {
    for (const [globalId, value] of here) {
      const row = model.rowOf(globalId);
      if (row === undefined) continue;
      found.add(value);
      oldest = Math.min(oldest, value.timeMs);
      latest = Math.max(latest, value.timeMs);
      const step = 1 + classOf(breaks, value.value) + (value.isStale ? steps : 0);
      // A room, or a pump without a shape of its own, stands for what it is made of.
      const end = model.hasMesh(row) ? row + 1 : model.endOf(row);
      for (let part = row; part < end; part++) {
        live[at]![part] = 1;
        classes[at]![part] = step;
      }
    }
    none += countWithout(model, live[at]!);
  }
  const { factor, symbol } = shownUnit(property);
  return {
    live,
    classes,
    colours: [undefined, ...ramp, ...ramp.map(grey)],
    scale,
    legend: {
      kind: 'scale',
      unit: symbol,
      breaks: breaks.map((value) => Number((value * factor).toPrecision(9))),
      colours: ramp.map(toHex),
      range: [scale.low * factor, scale.high * factor],
      none,
      liveMs: found.size > 0 ? [oldest, latest] : undefined,
      isSimulated: [...found].some(({ isSimulated }) => isSimulated),
    },
  };
}

/** Of several sensors in a room the one that spoke last; at the same instant the greatest value. */
function newestByElement(values: readonly LiveValue[]): Map<string, LiveValue> {
  const newest = new Map<string, LiveValue>();
  for (const value of values) {
    const other = newest.get(value.globalId);
    const isNewer =
      !other ||
      value.timeMs > other.timeMs ||
      (value.timeMs === other.timeMs && value.value > other.value);
    if (isNewer) newest.set(value.globalId, value);
  }
  return newest;
}

function countWithout(model: ModelData, live: Uint8Array): number {
  let none = 0;
  for (let row = 0; row < model.count; row++) {
    if (model.isRoomVolume(row) && live[row] === 0) none++;
  }
  return none;
}

function grey(colour: number): number {
  const mixed = [16, 8, 0].map((shift) => {
    const own = (colour >> shift) & 255;
    const plain = (MISSING_COLOUR >> shift) & 255;
    return Math.round(plain + (own - plain) * STALE_HUE) << shift;
  });
  return mixed.reduce((sum, part) => sum | part, 0);
}
