// What a series may be of, and the units that it may be in → SI of the scenario: m, m³/s, mm/h.

export const seriesQuantities = ['level', 'flow', 'rain'] as const;
export type SeriesQuantity = (typeof seriesQuantities)[number];

export interface SeriesUnit {
  readonly id: string;
  readonly quantity: SeriesQuantity;
  /** As a person reads it. */
  readonly name: string;
  /** One of it in m, m³/s or mm/h; of rain that is counted by the interval, in mm. */
  readonly factor: number;
  /** Rain that fell since the row before, in place of a rate. */
  readonly isPerInterval?: true;
  /** How headers write it, lower case without blanks. */
  readonly written: readonly string[];
}

const FOOT_M = 0.3048;
const INCH_MM = 25.4;

/** The first of each quantity is meant where a series doesn't say. */
export const seriesUnits: readonly SeriesUnit[] = [
  {
    id: 'm',
    quantity: 'level',
    name: 'm',
    factor: 1,
    written: ['m', 'metre', 'metres', 'meter', 'mnhn', 'maod', 'mnn', '米'],
  },
  { id: 'cm', quantity: 'level', name: 'cm', factor: 0.01, written: ['cm', '厘米'] },
  { id: 'mm', quantity: 'level', name: 'mm', factor: 0.001, written: ['mm', '毫米'] },
  { id: 'ft', quantity: 'level', name: 'ft', factor: FOOT_M, written: ['ft', 'feet', 'foot'] },
  {
    id: 'm3s',
    quantity: 'flow',
    name: 'm³/s',
    factor: 1,
    written: ['m3/s', 'm³/s', 'm3s', 'm3s-1', 'cumec', 'cumecs', 'cms', '立方米/秒'],
  },
  {
    id: 'ls',
    quantity: 'flow',
    name: 'L/s',
    factor: 0.001,
    written: ['l/s', 'ls', 'lps', '升/秒'],
  },
  {
    id: 'cfs',
    quantity: 'flow',
    name: 'ft³/s',
    factor: FOOT_M ** 3,
    written: ['cfs', 'ft3/s', 'ft³/s', 'ft3s'],
  },
  {
    id: 'mmh',
    quantity: 'rain',
    name: 'mm/h',
    factor: 1,
    written: ['mm/h', 'mmh', 'mm/hr', 'mmh-1', '毫米/时', '毫米/小时'],
  },
  {
    id: 'mm-interval',
    quantity: 'rain',
    name: 'mm',
    factor: 1,
    isPerInterval: true,
    written: ['mm', '毫米'],
  },
  { id: 'inh', quantity: 'rain', name: 'in/h', factor: INCH_MM, written: ['in/h', 'in/hr', 'inh'] },
  {
    id: 'in-interval',
    quantity: 'rain',
    name: 'in',
    factor: INCH_MM,
    isPerInterval: true,
    written: ['in', 'inch', 'inches'],
  },
];

export const unitsOf = (quantity: SeriesQuantity): readonly SeriesUnit[] =>
  seriesUnits.filter((unit) => unit.quantity === quantity);

export const findUnit = (quantity: SeriesQuantity, id: string): SeriesUnit | undefined =>
  seriesUnits.find((unit) => unit.quantity === quantity && unit.id === id);

const names: readonly (readonly [SeriesQuantity, RegExp])[] = [
  ['rain', /rain|precip|niederschlag|regen|hyeto|雨|降水/i],
  ['flow', /discharge|flow|abfluss|durchfluss|zufluss|流量|^q$/i],
  ['level', /stage|level|gauge|tide|surge|elevation|wasserstand|pegel|水位|潮|^(h|w|wl|wse)$/i],
];

export interface ColumnMeaning {
  /** Undefined where the header names nothing that is known. */
  readonly quantity: SeriesQuantity | undefined;
  /** Undefined where the header doesn't say, or says one that is not known. */
  readonly unit: SeriesUnit | undefined;
  /** What stands in its brackets; '' nothing. */
  readonly writtenUnit: string;
}

/** `stage (m)`, `discharge_m3/s`, `Q [m³/s]`, `rain mm/h`. */
export function meaningOf(header: string): ColumnMeaning {
  const bracketed = /[([{]([^)\]}]*)[)\]}]/.exec(header);
  const bare = header.replace(/[([{].*/, '').trim();
  const words = bare.split(/[\s_,]+/).filter((word) => word !== '');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const written = bracketed?.[1]?.trim() ?? '';
  const named = names.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
  const match = (text: string, quantity = named) =>
    seriesUnits.find(
      (unit) =>
        (quantity === undefined || unit.quantity === quantity) &&
        unit.written.includes(text.toLowerCase().replace(/\s+|\^/g, '')),
    );
  const unit =
    match(written) ?? match(last) ?? (words.length === 1 && !named ? match(bare) : undefined);
  return { quantity: named ?? unit?.quantity, unit, writtenUnit: written };
}

/** Seconds in one of the unit that a header of times names; undefined where it names none. */
export function timeUnitOf(header: string): number | undefined {
  const words = header.toLowerCase().split(/[^a-z一-鿿]+/);
  return timeUnits.find(({ written }) => words.some((word) => written.includes(word)))?.seconds;
}

export const timeUnitIds = ['min', 'h', 's', 'd'] as const;

/** The first is meant where a table doesn't say. */
export const timeUnits: readonly {
  readonly id: (typeof timeUnitIds)[number];
  readonly seconds: number;
  readonly written: readonly string[];
}[] = [
  { id: 'min', seconds: 60, written: ['min', 'mins', 'minute', 'minutes', '分', '分钟'] },
  { id: 'h', seconds: 3600, written: ['h', 'hr', 'hrs', 'hour', 'hours', '时', '小时'] },
  { id: 's', seconds: 1, written: ['s', 'sec', 'second', 'seconds', '秒'] },
  { id: 'd', seconds: 86_400, written: ['d', 'day', 'days', '天'] },
];
