// What the values of each attribute look like, gathered while features stream by and merged in source order.

export type AttributeValue = number | boolean | string;
export type Attributes = Record<string, AttributeValue>;

export interface AttributeStatistic {
  numbers: number;
  booleans: number;
  texts: number;
  min: number;
  max: number;
  isWhole: boolean;
  isSingle: boolean;
  unit: string | undefined;
  /** Different texts in order of appearance; undefined beyond `MOST_CATEGORIES`. */
  distinct: Set<string> | undefined;
}

/** Beyond this many different texts an attribute is text, not a category. */
export const MOST_CATEGORIES = 256;

export type AttributeStatistics = Map<string, AttributeStatistic>;

/** Plain values of an object's attributes: `{ value, uom }` is a number, anything else nested its JSON. */
export function addAttributes(
  statistics: AttributeStatistics,
  raw: Readonly<Record<string, unknown>>,
): Attributes {
  const attributes: Attributes = {};
  for (const name in raw) {
    const value = raw[name];
    const unit = toUnit(value);
    const plain = toPlain(value);
    if (plain === undefined) continue;
    attributes[name] = plain;
    let statistic = statistics.get(name);
    if (!statistic) {
      statistic = createStatistic();
      statistics.set(name, statistic);
    }
    if (unit !== undefined) statistic.unit = unit;
    addValue(statistic, plain);
  }
  return attributes;
}

export function mergeStatistics(into: AttributeStatistics, from: AttributeStatistics): void {
  for (const [name, statistic] of from) {
    const known = into.get(name);
    if (!known) {
      into.set(name, { ...statistic, distinct: statistic.distinct && new Set(statistic.distinct) });
      continue;
    }
    known.numbers += statistic.numbers;
    known.booleans += statistic.booleans;
    known.texts += statistic.texts;
    known.min = Math.min(known.min, statistic.min);
    known.max = Math.max(known.max, statistic.max);
    known.isWhole &&= statistic.isWhole;
    known.isSingle &&= statistic.isSingle;
    known.unit ??= statistic.unit;
    if (!statistic.distinct) known.distinct = undefined;
    else for (const text of statistic.distinct) addDistinct(known, text);
  }
}

function createStatistic(): AttributeStatistic {
  return {
    numbers: 0,
    booleans: 0,
    texts: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    isWhole: true,
    isSingle: true,
    unit: undefined,
    distinct: new Set(),
  };
}

function addValue(statistic: AttributeStatistic, value: AttributeValue): void {
  if (typeof value === 'number') {
    statistic.numbers++;
    if (value < statistic.min) statistic.min = value;
    if (value > statistic.max) statistic.max = value;
    if (statistic.isWhole && !Number.isInteger(value)) statistic.isWhole = false;
    if (statistic.isSingle && Math.fround(value) !== value) statistic.isSingle = false;
  } else if (typeof value === 'boolean') statistic.booleans++;
  else {
    statistic.texts++;
    addDistinct(statistic, value);
  }
}

function addDistinct(statistic: AttributeStatistic, text: string): void {
  const { distinct } = statistic;
  if (!distinct || distinct.has(text)) return;
  if (distinct.size === MOST_CATEGORIES) statistic.distinct = undefined;
  else distinct.add(text);
}

function toPlain(value: unknown): AttributeValue | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return value;
    case 'string':
      return value === '' ? undefined : value;
    case 'object': {
      if (value === null) return undefined;
      if (isMeasure(value)) return value.value;
      const text = JSON.stringify(value);
      return text === '{}' || text === '[]' ? undefined : text;
    }
    default:
      return undefined;
  }
}

const toUnit = (value: unknown) =>
  typeof value === 'object' && value !== null && isMeasure(value) ? value.uom : undefined;

function isMeasure(value: object): value is { value: number; uom: string } {
  return (
    'value' in value &&
    'uom' in value &&
    typeof value.value === 'number' &&
    typeof value.uom === 'string'
  );
}
