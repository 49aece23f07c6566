// Colours of 100,000 buildings on the main thread, up to five times a second: one pass, a look-up of words of four
// bytes, nothing allocated. Word 0 leaves a building as it is.

import type { CoverFrame } from '../../contract/response.ts';
import type { RiskFrame } from '../../contract/risk.ts';
import type { FireSpread, SpreadEnsemble } from '../../contract/spread.ts';
import {
  arrivalBreaksS,
  burningClasses,
  firstEngineBreaksS,
  fullAlarmBreaksS,
  percentileBreaks,
  probabilityBreaks,
  RAISED_CLASS,
  RAISED_FROM,
} from './scales.ts';

/** What is painted, by the data it needs. */
export type ColourSource =
  | { readonly colouring: 'risk-class' | 'risk-percentile'; readonly frame: RiskFrame }
  | {
      readonly colouring: 'burning';
      readonly spread: FireSpread;
      readonly timeS: number;
      /** City-wide indices of the buildings that are kept wet at that time. */
      readonly wet: readonly number[];
    }
  | { readonly colouring: 'arrival'; readonly spread: FireSpread }
  | {
      readonly colouring: 'difference';
      readonly spread: FireSpread;
      readonly second: FireSpread;
      readonly timeS: number;
    }
  | { readonly colouring: 'probability'; readonly ensemble: SpreadEnsemble }
  | { readonly colouring: 'first-engine' | 'full-alarm'; readonly cover: CoverFrame };

/** `colours` as words of a table of bytes red, green, blue, 255. */
export const toWords = (colours: readonly number[]): Uint32Array => {
  const bytes = colours.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255, 255]);
  return new Uint32Array(Uint8Array.from(bytes).buffer);
};

/**
 * Writes one word a building (city-wide index order) and counts each class.
 * @param words of the table; what the source doesn't reach is left as it is
 * @param colours `toWords` of the scale
 * @param counts one entry a class; begun anew
 */
export function paintBuildings(
  table: Uint32Array,
  source: ColourSource,
  colours: Uint32Array,
  counts: Uint32Array,
): void {
  counts.fill(0);
  table.fill(0);
  switch (source.colouring) {
    case 'risk-class':
      paintClasses(table, source.frame, colours, counts);
      break;
    case 'risk-percentile':
      paintPercentiles(table, source.frame, colours, counts);
      break;
    case 'burning':
      paintBurning(table, source, colours, counts);
      break;
    case 'arrival':
      paintTimes(table, source.spread.ignitionS, arrivalBreaksS, colours, counts);
      break;
    case 'difference':
      paintDifference(table, source, colours, counts);
      break;
    case 'probability':
      paintProbability(table, source.ensemble.burnProbability, colours, counts);
      break;
    case 'first-engine':
      paintTimes(table, source.cover.firstS, firstEngineBreaksS, colours, counts);
      break;
    case 'full-alarm':
      paintTimes(table, source.cover.fullS, fullAlarmBreaksS, colours, counts);
      break;
  }
}

type Painter<Source> = (
  table: Uint32Array,
  source: Source,
  colours: Uint32Array,
  counts: Uint32Array,
) => void;

const paintClasses: Painter<RiskFrame> = (table, { riskClass, live }, colours, counts) => {
  const end = Math.min(table.length, riskClass.length);
  for (let at = 0; at < end; at++) {
    const level = riskClass[at]!;
    if (level === 0) continue;
    const shown = live[at]! >= RAISED_FROM ? RAISED_CLASS : level - 1;
    table[at] = colours[shown]!;
    counts[shown]!++;
  }
};

const paintPercentiles: Painter<RiskFrame> = (table, frame, colours, counts) => {
  const { riskClass, percentile } = frame;
  const classes = Uint8Array.from({ length: 101 }, (_, value) => classOf(value, percentileBreaks));
  const end = Math.min(table.length, riskClass.length);
  for (let at = 0; at < end; at++) {
    if (riskClass[at] === 0) continue;
    const shown = classes[percentile[at]!]!;
    table[at] = colours[shown]!;
    counts[shown]!++;
  }
};

const [NEXT_60, NEXT_30, NEXT_10, GROWING, FLAMES, OVER, WET] = burningClasses.keys();

const paintBurning: Painter<Extract<ColourSource, { colouring: 'burning' }>> = (
  table,
  { spread, timeS, wet },
  colours,
  counts,
) => {
  const { order, ignitionS, flashoverS, endS } = spread;
  for (let position = 0; position < order.length; position++) {
    const at = order[position]!;
    const untilS = ignitionS[at]! - timeS;
    if (untilS > 3600) break;
    if (at >= table.length) continue;
    let shown = FLAMES!;
    if (untilS > 1800) shown = NEXT_60!;
    else if (untilS > 600) shown = NEXT_30!;
    else if (untilS > 0) shown = NEXT_10!;
    else if (endS[at]! <= timeS) shown = OVER!;
    else if (!(flashoverS[at]! <= timeS)) shown = GROWING!;
    table[at] = colours[shown]!;
    counts[shown]!++;
  }
  for (const at of wet) {
    // What burns though it is kept wet stays a fire.
    if (at < 0 || at >= table.length || !(ignitionS[at]! > timeS)) continue;
    const before = colours.indexOf(table[at]!);
    if (before >= 0) counts[before]!--;
    table[at] = colours[WET!]!;
    counts[WET!]!++;
  }
};

/** Where there are more colours than classes the last one is of what is never reached; else that isn't painted. */
function paintTimes(
  table: Uint32Array,
  timeS: Float32Array,
  breaksS: readonly number[],
  colours: Uint32Array,
  counts: Uint32Array,
): void {
  const never = colours.length > breaksS.length + 1 ? breaksS.length + 1 : -1;
  const end = Math.min(table.length, timeS.length);
  for (let at = 0; at < end; at++) {
    const time = timeS[at]!;
    if (Number.isNaN(time)) continue;
    const shown = time === Number.POSITIVE_INFINITY ? never : classOf(time, breaksS);
    if (shown < 0) continue;
    table[at] = colours[shown]!;
    counts[shown]!++;
  }
}

const [BOTH, SHOWN_ALONE, SECOND_ALONE, LATER] = [0, 1, 2, 3] as const;

const paintDifference: Painter<Extract<ColourSource, { colouring: 'difference' }>> = (
  table,
  { spread, second, timeS },
  colours,
  counts,
) => {
  const put = (at: number) => {
    if (at >= table.length) return;
    const isOne = spread.ignitionS[at]! <= timeS;
    const isOther = second.ignitionS[at]! <= timeS;
    let shown: number = LATER;
    if (isOne) shown = isOther ? BOTH : SHOWN_ALONE;
    else if (isOther) shown = SECOND_ALONE;
    table[at] = colours[shown]!;
    counts[shown]!++;
  };
  for (const at of spread.order) put(at);
  for (const at of second.order) if (!Number.isFinite(spread.ignitionS[at]!)) put(at);
};

const paintProbability: Painter<Float32Array> = (table, probability, colours, counts) => {
  const end = Math.min(table.length, probability.length);
  for (let at = 0; at < end; at++) {
    const share = probability[at]!;
    if (!(share > 0)) continue;
    const shown = classOf(share, probabilityBreaks);
    table[at] = colours[shown]!;
    counts[shown]!++;
  }
};

function classOf(value: number, breaks: readonly number[]): number {
  let at = 0;
  while (at < breaks.length && value >= breaks[at]!) at++;
  return at;
}
