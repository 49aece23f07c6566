// What the panel and the inspector know about the city's attributes. Any runtime.

import type { AttributeColumn, BuildingsLayer } from '#contract/city-package.ts';
import type { Text } from '#model/text.ts';
import type { AppState } from '#store/store.ts';
import type { Classification, ClassKey, ColourBy, Filter } from '../contract.ts';
import { messages, roleNames } from '../messages.ts';

const NONE: readonly AttributeColumn[] = [];

/** The layer whose buildings this feature shows: the first one of the open city. */
export function selectBuildings({ city }: AppState): BuildingsLayer | undefined {
  return city?.manifest.layers.find((layer) => layer.kind === 'buildings');
}

export const selectColumns = (state: AppState): readonly AttributeColumn[] =>
  selectBuildings(state)?.columns ?? NONE;

/** Whether everything in the layer is a building, or part of one. */
export const selectIsAllBuildings = (state: AppState): boolean =>
  (findClassColumn(state)?.values ?? []).every((name) => name.startsWith('Building'));

const findClassColumn = (state: AppState) =>
  selectColumns(state).find(({ role }) => role === 'class');

export const findColumn = (columns: readonly AttributeColumn[], name: string) =>
  columns.find((column) => column.name === name);

/** The role's words where the attribute has one, so that `bouwjaar` reads as what it is. */
export function labelOf({ name, label, role }: AttributeColumn): Text {
  if (label) return label;
  return role ? roleNames[role] : { en: inWords(name), zh: inWords(name) };
}

/** `residentsNight`, `last_inspection` and `RelativeRidgeHeight` as a person would write them. */
function inWords(name: string): string {
  const spaced = name
    .replaceAll('_', ' ')
    .replace(
      /(\p{Ll})(\p{Lu})/gu,
      (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    )
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const ROLE_ORDER = ['height', 'storeys', 'year', 'use', 'class', 'roof', 'name', 'address', 'id'];

/** What has a role first, then by name; what no building has is left out. */
export function sortColumns(columns: readonly AttributeColumn[]): readonly AttributeColumn[] {
  const rank = ({ role }: AttributeColumn) =>
    role === undefined ? ROLE_ORDER.length : ROLE_ORDER.indexOf(role);
  return columns
    .filter(({ present }) => present > 0)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** How numbers of the attribute are written: years without thousands, those too that only a name tells (`wiringYear`). */
export const numberFormatOf = ({ role, name = '' }: Partial<AttributeColumn>) => ({
  isGrouped: role !== 'year' && !/(^y|Y|_y)ear(Of|_|$)/.test(name),
});

export function methodsFor({ type }: AttributeColumn): readonly Classification[] {
  return type === 'number'
    ? ['quantile', 'equal', 'natural', 'manual', 'categories']
    : ['categories'];
}

/** A first look at an attribute: classes and colours that suit its type. */
export function defaultColouring({ name, type, values }: AttributeColumn): ColourBy {
  if (type === 'number') {
    return { column: name, method: 'quantile', classes: 6, ramp: 'viridis' };
  }
  const few = type === 'boolean' || (values !== undefined && values.length <= 7);
  return {
    column: name,
    method: 'categories',
    classes: few ? 7 : 10,
    ramp: few ? 'okabe-ito' : 'tol-muted',
  };
}

export type FilterKind = Filter['kind'];

export function filterKindsFor({ type }: AttributeColumn): readonly FilterKind[] {
  switch (type) {
    case 'number':
      return ['range', 'present'];
    case 'category':
      return ['categories', 'contains', 'present'];
    case 'boolean':
      return ['boolean', 'present'];
    case 'text':
      return ['contains', 'present'];
  }
}

/** A filter that lets everything through until it is filled in, where its kind allows that. */
export function emptyFilter(column: string, kind: FilterKind): Filter {
  switch (kind) {
    case 'range':
      return { kind, column };
    case 'categories':
      return { kind, column, values: [] };
    case 'contains':
      return { kind, column, text: '' };
    case 'boolean':
      return { kind, column, value: true };
    case 'present':
      return { kind, column, isPresent: true };
  }
}

/** Names a value of a category or boolean. */
export function valueName(value: string | boolean, type: AttributeColumn['type']): Text {
  if (type === 'boolean') return String(value) === 'true' ? messages.yes : messages.no;
  return { en: String(value), zh: String(value) };
}

/** Names a class; `write` writes a limit. */
export function className(
  key: ClassKey,
  type: AttributeColumn['type'] | undefined,
  write: (limit: number) => string,
): Text {
  switch (key.kind) {
    case 'range': {
      const { from, to } = key;
      if (from === undefined) return to === undefined ? messages.all : messages.below(write(to));
      if (to === undefined) return messages.atLeast(write(from));
      const span = `${write(from)} – ${write(to)}`;
      return { en: span, zh: span };
    }
    case 'category':
      return valueName(key.value, type ?? 'text');
    case 'others':
      return messages.others;
    case 'missing':
      return messages.noData;
  }
}

/** Digits after the point that all limits need, at most six. */
export function decimalsOf(limits: readonly number[]): number {
  const needed = limits.map((limit) => /\.(\d+)$/.exec(String(limit))?.[1]?.length ?? 0);
  return Math.min(6, Math.max(0, ...needed));
}
