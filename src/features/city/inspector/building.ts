// Sorts what is known about a building into what it is called, its key figures and the rest.

import type { AttributeColumn } from '#contract/city-package.ts';
import type { AttributeValue, BuildingDetails } from '../contract.ts';

export interface Attribute {
  readonly column: AttributeColumn;
  readonly value: AttributeValue;
}

export interface BuildingView {
  /** Its name, else its address, else its id. */
  readonly title: string;
  /** What it is, where the source says. */
  readonly kind: string | undefined;
  readonly keyFigures: readonly Attribute[];
  readonly others: readonly Attribute[];
}

const KEY_ROLES = ['height', 'storeys', 'year', 'use', 'roof'] as const;

export function viewBuilding(
  { id, values }: BuildingDetails,
  columns: readonly AttributeColumn[],
): BuildingView {
  const attributes = columns.flatMap((column): Attribute[] => {
    const value = values[column.name];
    return value === undefined ? [] : [{ column, value }];
  });
  const ofRole = (role: AttributeColumn['role']) =>
    attributes.find(({ column }) => column.role === role);
  const keyFigures = KEY_ROLES.map(ofRole).filter((attribute) => attribute !== undefined);
  const name = ofRole('name') ?? ofRole('address');
  const kind = ofRole('class') ?? ofRole('use');
  return {
    title: name ? String(name.value) : id,
    kind: kind && String(kind.value),
    keyFigures,
    others: attributes.filter((attribute) => !keyFigures.includes(attribute)),
  };
}

export interface AttributeGroup {
  /** Undefined for what belongs to no group. */
  readonly prefix: string | undefined;
  readonly attributes: readonly Attribute[];
}

const SMALLEST_GROUP = 3;

/** Attributes whose names begin alike (`bag_bouwjaar`, `bag_status`) stand together, the rest first. */
export function groupByPrefix(attributes: readonly Attribute[]): readonly AttributeGroup[] {
  const groups = new Map<string | undefined, Attribute[]>([[undefined, []]]);
  const prefixes = attributes.map(({ column }) => /^([a-z0-9]{1,12})[_:.]/i.exec(column.name)?.[1]);
  for (const [position, attribute] of attributes.entries()) {
    const alike = prefixes.filter((prefix) => prefix === prefixes[position]).length;
    const prefix = alike >= SMALLEST_GROUP ? prefixes[position] : undefined;
    const group = groups.get(prefix);
    if (group) group.push(attribute);
    else groups.set(prefix, [attribute]);
  }
  return [...groups]
    .filter(([, inside]) => inside.length > 0)
    .map(([prefix, inside]) => ({ prefix, attributes: inside }));
}
