// Parts of models by their names in links: `<model>/<kind>/<name>`, see `PartKey` in `contract.ts`.

import type { PartKey } from '../contract.ts';

export interface Part {
  /** Id of a model, or `ANY_MODEL`. */
  readonly model: string;
  readonly kind: string;
  /** Empty where the kind needs none. */
  readonly name: string;
}

/** Stands for every open model: the parts that an entry of a legend means. */
export const ANY_MODEL = '*';

export const toPartKey = (model: string, kind: string, name = ''): PartKey =>
  name === '' ? `${model}/${kind}` : `${model}/${kind}/${name}`;

/** Undefined where the key names no part; names may hold slashes. */
export function parsePartKey(key: PartKey): Part | undefined {
  const first = key.indexOf('/');
  if (first <= 0) return undefined;
  const second = key.indexOf('/', first + 1);
  const kind = key.slice(first + 1, second < 0 ? undefined : second);
  if (kind === '') return undefined;
  return { model: key.slice(0, first), kind, name: second < 0 ? '' : key.slice(second + 1) };
}

export const parsePartKeys = (keys: readonly PartKey[]): readonly Part[] =>
  keys.flatMap((key) => parsePartKey(key) ?? []);

/** Elements that have this value of a property. */
export const toValueKey = (model: string, set: string, name: string, value: string): PartKey =>
  toPartKey(model, 'value', `${encodeURIComponent(set)}/${encodeURIComponent(name)}/${value}`);

/** What `toValueKey` put into the name of a part; undefined where it holds none. */
export function parseValueName(name: string) {
  const [set, property, ...value] = name.split('/');
  if (set === undefined || property === undefined || value.length === 0) return undefined;
  try {
    return {
      set: decodeURIComponent(set),
      name: decodeURIComponent(property),
      value: value.join('/'),
    };
  } catch {
    return undefined;
  }
}
