// Reads the properties of one GeoJSON feature by the schema of networks; what is not as expected is a fault, and
// the value is not known then.

import type { NetworkPlace } from '#model/build-network.ts';
import { clip, type FaultList } from './faults.ts';

export interface Feature {
  readonly id: string;
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined, with a fault, where the line is no feature with an id. */
export function parseFeature(text: string, faults: FaultList): Feature | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return faults.leaveOut(`is no JSON: ${clip(text)}.`, `不是 JSON：${clip(text)}。`);
  }
  if (!isRecord(value)) {
    return faults.leaveOut(`is ${clip(value)}; expected a feature.`, `不是要素：${clip(value)}。`);
  }
  const properties = isRecord(value.properties) ? value.properties : {};
  const id = value.id ?? properties.id ?? properties.assetId;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    return faults.leaveOut('has no id.', '没有编号。');
  }
  return { id: String(id), geometry: value.geometry, properties };
}

export class Fields {
  readonly #properties: Readonly<Record<string, unknown>>;
  readonly #faults: FaultList;

  constructor(properties: Readonly<Record<string, unknown>>, faults: FaultList) {
    this.#properties = properties;
    this.#faults = faults;
  }

  number(name: string): number | undefined {
    const value = this.#properties[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number') return value;
    this.#faults.add(
      `has ${name} “${clip(value)}”; expected a number.`,
      `的 ${name} 为“${clip(value)}”，应为数字。`,
    );
    return undefined;
  }

  /** A size or a count: a negative one is a fault. */
  amount(name: string): number | undefined {
    const value = this.number(name);
    if (value === undefined || value >= 0) return value;
    this.#faults.add(
      `has ${name} ${value}; expected 0 or more.`,
      `的 ${name} 为 ${value}，不应为负。`,
    );
    return undefined;
  }

  metresOfMm(name: string): number | undefined {
    const value = this.amount(name);
    return value === undefined || value === 0 ? undefined : value / 1000;
  }

  text(name: string): string | undefined {
    const value = this.#properties[name];
    return typeof value === 'number' || (typeof value === 'string' && value !== '')
      ? String(value)
      : undefined;
  }

  isTrue(name: string): boolean {
    return this.#properties[name] === true;
  }

  boolean(name: string): boolean | undefined {
    const value = this.#properties[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  /** One of `words`; anything else is a fault and `undefined`. */
  word<Word extends string>(name: string, words: ReadonlyMap<string, Word>): Word | undefined {
    const value = this.#properties[name];
    if (value === undefined || value === null) return undefined;
    const word = typeof value === 'string' ? words.get(value) : undefined;
    if (word === undefined) {
      const known = [...words.keys()].slice(0, 4).join(', ');
      this.#faults.add(
        `has ${name} “${clip(value)}”; expected ${known}…`,
        `的 ${name} 为“${clip(value)}”，应为 ${known} 等。`,
      );
    }
    return word;
  }

  /** Year of `1998`, `1998-05-01` or 1998; 0 where it is not known. */
  year(name: string): number {
    const text = this.text(name);
    if (text === undefined) return 0;
    const year = Number(/^\d{4}/.exec(text)?.[0]);
    if (year > 1500 && year < 2200) return year;
    this.#faults.add(
      `has ${name} “${clip(text)}”; expected a year.`,
      `的 ${name} 为“${clip(text)}”，应为年份。`,
    );
    return 0;
  }
}

/** Words by themselves, for `Fields.word`. */
export const wordMap = <Word extends string>(words: readonly Word[]): ReadonlyMap<string, Word> =>
  new Map(words.map((word) => [word, word]));

const isPosition = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number';

const coordinatesOf = (geometry: unknown, type: string): unknown =>
  isRecord(geometry) && geometry.type === type ? geometry.coordinates : undefined;

/** Height is NaN where the point has none. */
export function readPoint(geometry: unknown): NetworkPlace | undefined {
  const at = coordinatesOf(geometry, 'Point');
  return isPosition(at) ? [at[0] ?? NaN, at[1] ?? NaN, at[2] ?? NaN] : undefined;
}

/** Three numbers a point. */
export function readLine(geometry: unknown): Float64Array | undefined {
  const points = coordinatesOf(geometry, 'LineString');
  if (!Array.isArray(points) || points.length < 2 || !points.every(isPosition)) return undefined;
  const line = new Float64Array(3 * points.length);
  for (const [at, point] of points.entries()) {
    line[3 * at] = point[0] ?? NaN;
    line[3 * at + 1] = point[1] ?? NaN;
    line[3 * at + 2] = point[2] ?? NaN;
  }
  return line;
}
