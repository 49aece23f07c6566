// `Datastreams/ObservedProperty/name`, `properties/owner/name`, `id` → the value that it names.

import type { EntityProperty, EntitySet } from '../entity.ts';
import type { Path } from '../language/syntax.ts';
import { findOwn, type Scope } from './scope.ts';
import type { SqlValue } from './value.ts';

type Fail = (sentence: string, at: number) => never;

export function compilePath({ segments, at }: Path, scope: Scope, fail: Fail): SqlValue {
  let steps = 0;
  let set = scope.set;
  // Navigations first; the first name that is none is a property.
  for (; steps < segments.length; steps++) {
    const reached = scope.reach(segments.slice(0, steps + 1));
    if (!reached) break;
    set = reached.set;
  }
  const place = scope.reach(segments.slice(0, steps));
  const [name, ...inside] = segments.slice(steps);
  if (name === undefined || !place) {
    return fail(
      `${segments.join('/')} leads to ${set.name}; expected one of their properties.`,
      at,
    );
  }
  const property = findProperty(set, name);
  if (!property) {
    return fail(`${set.name} have no property ${name.slice(0, 40)}; ${listNames(set)}.`, at);
  }
  if (inside.length > 0) {
    if (property.kind !== 'json') fail(`${name} is no object that has ${inside.join('/')}.`, at);
    const path = scope.statement.add(inside, 'text[]');
    return {
      kind: 'open',
      sql: `(${property.sql(place.row)} #> ${path})`,
      isNullable: true,
      at,
    };
  }
  return toValue(property, place.row, at);
}

export function findProperty(set: EntitySet, name: string): EntityProperty | undefined {
  const own = findOwn(set.properties, name);
  if (own || (name !== 'id' && name !== '@iot.id')) return own;
  return findOwn(set.properties, 'id') ?? ID;
}

const ID: EntityProperty = {
  kind: 'number',
  sql: (row) => `${row}.id`,
  json: (row) => `${row}.id::text`,
};

const listNames = (set: EntitySet): string =>
  `they have ${['id', ...Object.keys(set.properties), ...Object.keys(set.navigations)].join(', ')}`;

function toValue(property: EntityProperty, row: string, at: number): SqlValue {
  const { kind, isNullable = false } = property;
  const sql = property.sql(row);
  if (kind === 'json') return { kind: 'open', sql, isNullable: true, at };
  if (kind === 'result') {
    return { kind: 'open', sql: `(${row}.more -> 'result')`, numberSql: sql, isNullable: true, at };
  }
  return {
    kind,
    sql,
    endSql: property.endSql?.(row),
    bounds: property.bounds?.(row),
    isNullable,
    at,
  };
}
