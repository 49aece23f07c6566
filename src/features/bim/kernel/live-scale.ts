// Limits between the colours of live values: round in the shown unit, as fine as what most of the values differ by,
// no finer than sensors tell apart. What lies far from the rest (fences after Tukey, Exploratory Data Analysis, 1977)
// has the open class at its end to itself, so that a fire or a cold store takes no colours from the other rooms.

import { isObservedPropertyId, observedProperties } from '#model/observed-property.ts';

export interface LiveScale {
  readonly property: string;
  /** Ascending limits in the unit that values are kept in. */
  readonly breaks: readonly number[];
  /** What the limits were fit to: values that are no outliers. */
  readonly low: number;
  readonly high: number;
  /** Distance between limits, in the shown unit. */
  readonly step: number;
}

/** Colours at most; the two at the ends are open. */
export const MOST_CLASSES = 8;
const FENCE = 1.5;
/** A scale that is used by less than this is fit anew; else colours keep their meaning. */
const LEAST_USED = 0.5;
const NO_VALUES: Span = { low: 0, high: 1 };

interface Span {
  readonly low: number;
  readonly high: number;
}

interface Unit {
  readonly factor: number;
  readonly least: number;
}

export function fitLiveScale(
  property: string,
  values: readonly number[],
  known: LiveScale | undefined,
): LiveScale {
  const { factor, digits } = shownUnit(property);
  const sorted = values.map((value) => value * factor).sort((a, b) => a - b);
  const least = digits > 0 ? 5 * 10 ** -digits : 1;
  const { low, high } = spreadOf(sorted, least);
  if (
    known?.property === property &&
    (values.length === 0 || isFit(known, sorted, { low, high }, { factor, least }))
  ) {
    return known;
  }
  const step = stepOf(low, high, least);
  const [first, last] = [down(low, step), up(high, step)];
  const isOneClass = last - first <= 1;
  const from = isOneClass || (sorted[0] ?? low) < first * step ? first : first + 1;
  const to = isOneClass || (sorted.at(-1) ?? high) >= last * step ? last : last - 1;
  const breaks = Array.from({ length: to - from + 1 }, (_, at) =>
    toRound(((from + at) * step) / factor),
  );
  return { property, breaks, low: low / factor, high: high / factor, step };
}

export const shownUnit = (property: string) =>
  isObservedPropertyId(property)
    ? observedProperties[property].shown
    : { symbol: '', factor: 1, digits: 2 };

/** The least and the greatest that are no outliers. */
function spreadOf(sorted: readonly number[], least: number): Span {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [quarter, threeQuarters] = [at(0.25), at(0.75)];
  if (quarter === undefined || threeQuarters === undefined) return NO_VALUES;
  const fence = FENCE * Math.max(threeQuarters - quarter, least);
  const inside = sorted.filter(
    (value) => value >= quarter - fence && value <= threeQuarters + fence,
  );
  return { low: inside[0] ?? quarter, high: inside.at(-1) ?? threeQuarters };
}

function isFit(
  { low, high, step, breaks }: LiveScale,
  sorted: readonly number[],
  seen: Span,
  { factor, least }: Unit,
): boolean {
  const isInside = seen.low >= low * factor - step && seen.high <= high * factor + step;
  // Nothing is finer than the least step.
  const isUsed = step <= least || seen.high - seen.low >= LEAST_USED * (high - low) * factor;
  const [first = 0, last = 0] = [breaks[0], breaks.at(-1)];
  const isApart =
    ((sorted[0] ?? seen.low) >= seen.low || first * factor <= seen.low) &&
    ((sorted.at(-1) ?? seen.high) <= seen.high || last * factor > seen.high);
  return isInside && isUsed && isApart;
}

/** The finest round step with which all classes between `low` and `high` have colours. */
function stepOf(low: number, high: number, least: number): number {
  const isEnough = (step: number) => up(high, step) - down(low, step) <= MOST_CLASSES - 2;
  for (let exponent = Math.floor(Math.log10(least)); ; exponent++) {
    for (const digit of [1, 2, 5]) {
      const step = digit * 10 ** exponent;
      if (step >= least * (1 - HAIR) && isEnough(step)) return step;
    }
  }
}

/** So that an end that is round already stays. */
const HAIR = 1e-9;
const down = (value: number, step: number) => Math.floor(value / step + HAIR);
/** A limit belongs to the class above it, so a value that stands on one needs the next. */
const up = (value: number, step: number) => Math.floor(value / step + HAIR) + 1;
/** Without the last digits, which are the computer's own. */
const toRound = (value: number) => Number(value.toPrecision(9));
