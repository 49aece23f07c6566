// Colours by what sensors bound to elements say now: steps along a ramp, grey where the news is old.

import { classOf } from '#model/class-breaks.ts';
import { MISSING_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import { isObservedPropertyId, observedProperties } from '#model/observed-property.ts';
import type { Legend, LiveValue } from '../contract.ts';
import type { ModelData } from './model-data.ts';

export interface LiveColouring {
  /** By row of each model: 1 where it has a value. */
  readonly live: readonly Uint8Array[];
  /** By row of each model: a colour's position; 0 without a value. */
  readonly classes: readonly Uint8Array[];
  readonly colours: readonly (number | undefined)[];
  readonly legend: Legend;
  readonly range: LiveRange;
}

/** The values that the ramp spans; it grows and never shrinks, so that a colour keeps its meaning. */
export interface LiveRange {
  readonly property: string;
  readonly min: number;
  readonly max: number;
}

const STEPS = 8;
/** How much of its hue an old value keeps. */
const STALE_HUE = 0.25;

export function colourLive(
  models: readonly ModelData[],
  values: readonly LiveValue[],
  property: string,
  known: LiveRange | undefined,
): LiveColouring {
  const usable = values.filter(({ value }) => Number.isFinite(value));
  const range = widen(property, usable, known);
  const breaks = breaksOf(range);
  const ramp = sampleRamp('viridis', STEPS);
  const newest = newestByElement(usable);
  const live = models.map(({ count }) => new Uint8Array(count));
  const classes = models.map(({ count }) => new Uint8Array(count));
  let none = 0;
  let [oldest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const found = new Set<LiveValue>();
  for (const [at, model] of models.entries()) {
    for (const [globalId, value] of newest) {
      const row = model.rowOf(globalId);
      if (row === undefined) continue;
      found.add(value);
      oldest = Math.min(oldest, value.timeMs);
      latest = Math.max(latest, value.timeMs);
      const step = 1 + classOf(breaks, value.value) + (value.isStale ? STEPS : 0);
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
    range,
    legend: {
      kind: 'scale',
      unit: symbol,
      breaks: breaks.map((value) => value * factor),
      colours: ramp.map(toHex),
      range: [range.min * factor, range.max * factor],
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

/** Ends that are round in the shown unit, around everything that was seen so far. */
function widen(
  property: string,
  values: readonly LiveValue[],
  known: LiveRange | undefined,
): LiveRange {
  const isSame = known?.property === property;
  let min = isSame ? known.min : Number.POSITIVE_INFINITY;
  let max = isSame ? known.max : Number.NEGATIVE_INFINITY;
  for (const { value } of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (min > max) return { property, min: 0, max: 1 };
  if (isSame && min === known.min && max === known.max) return known;
  const { factor } = shownUnit(property);
  const span = (max - min) * factor || Math.abs(max * factor) || 1;
  const power = 10 ** Math.floor(Math.log10(span / STEPS));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= span / STEPS) ?? 10);
  // A hair of tolerance, so that an end that is round already stays.
  const low = Math.floor((min * factor) / step + 1e-9) * step;
  const high = Math.ceil((max * factor) / step - 1e-9) * step;
  return { property, min: low / factor, max: (high > low ? high : low + step) / factor };
}

const breaksOf = ({ min, max }: LiveRange) =>
  Array.from({ length: STEPS - 1 }, (_, at) => min + ((max - min) * (at + 1)) / STEPS);

const shownUnit = (property: string) =>
  isObservedPropertyId(property)
    ? observedProperties[property].shown
    : { symbol: '', factor: 1, digits: 2 };

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
