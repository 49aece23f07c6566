// ePSet_MapConversion and ePSet_ProjectedCRS: how IFC2X3, which lacks the entities, says the same by agreement
// (buildingSMART, User Guide for Geo-referencing in IFC, 2020). Programs spell them in many ways.

import { instanceAt, instanceOf, type StepIndex, type StepInstance } from '../step/scan.ts';
import { listOf, referenceOf, type StepValue } from '../step/values.ts';
import { findWord } from './find-word.ts';
import type { CrsStatement, MapStatement } from './statements.ts';
import { parseLengthUnit, readUnit } from './unit.ts';
import { looseNumberOf, textOf } from './value-text.ts';

export interface GeoreferencingSet {
  readonly set: StepInstance;
  /** By name in small letters alone. */
  readonly properties: ReadonlyMap<string, StepValue>;
  /** Numbers of their instances. */
  readonly idOf: ReadonlyMap<string, number>;
}

/** Undefined where the file has no such set, or one without easting and northing. */
export function readMapSets(index: StepIndex): MapStatement | undefined {
  const sets = findGeoreferencingSets(index, 'mapconversion');
  const crs = readCrsSet(index);
  for (const { set, properties } of sets) {
    const number = (...names: string[]) =>
      names.map((name) => looseNumberOf(properties.get(name))).find((one) => one !== undefined);
    const eastings = number('eastings', 'easting');
    const northings = number('northings', 'northing');
    if (eastings === undefined || northings === undefined) continue;
    return {
      kind: 'map-conversion',
      label: `${textOf(set.values[2]) ?? 'ePSet_MapConversion'} #${set.id}`,
      eastings,
      northings,
      height: number('orthogonalheight', 'height', 'orthometricheight') ?? 0,
      abscissa: number('xaxisabscissa'),
      ordinate: number('xaxisordinate'),
      scale: number('scale'),
      factors: undefined,
      crs: crs ?? toNamedCrs(textOf(properties.get('targetcrs'))),
    };
  }
  return undefined;
}

function readCrsSet(index: StepIndex): CrsStatement | undefined {
  const set = findGeoreferencingSets(index, 'projectedcrs')[0]?.properties;
  if (!set) return undefined;
  const unit = set.get('mapunit');
  return {
    kind: 'projected',
    name: textOf(set.get('name')),
    description: textOf(set.get('description')),
    geodeticDatum: textOf(set.get('geodeticdatum')),
    verticalDatum: textOf(set.get('verticaldatum')),
    projection: textOf(set.get('mapprojection')),
    zone: textOf(set.get('mapzone')),
    wkt: undefined,
    lengthUnit: readUnit(index, referenceOf(unit)) ?? parseLengthUnit(textOf(unit) ?? ''),
    angleUnit: undefined,
  };
}

const toNamedCrs = (name: string | undefined): CrsStatement | undefined =>
  name === undefined
    ? undefined
    : {
        kind: 'projected',
        name,
        description: undefined,
        geodeticDatum: undefined,
        verticalDatum: undefined,
        projection: undefined,
        zone: undefined,
        wkt: undefined,
        lengthUnit: undefined,
        angleUnit: undefined,
      };

/** Sets whose name ends with the word, whatever its capitals and underscores; names of properties likewise. */
export function findGeoreferencingSets(
  index: StepIndex,
  word: 'mapconversion' | 'projectedcrs',
): readonly GeoreferencingSet[] {
  const sets: GeoreferencingSet[] = [];
  for (const offset of findWord(index.bytes, word)) {
    const row = rowAtByte(index, offset);
    const set = row === undefined ? undefined : instanceAt(index, row);
    if (set?.type !== 'IFCPROPERTYSET' || !plain(textOf(set.values[2])).endsWith(word)) continue;
    const properties = listOf(set.values[4]).flatMap((one) => {
      const property = instanceOf(index, referenceOf(one));
      return property ? [{ ...property, name: plain(textOf(property.values[0])) }] : [];
    });
    sets.push({
      set,
      properties: new Map(properties.map(({ name, values }) => [name, values[2] ?? null])),
      idOf: new Map(properties.map(({ name, id }) => [name, id])),
    });
  }
  return sets;
}

const plain = (text: string | undefined) => (text ?? '').toLowerCase().replace(/[^a-z]/g, '');

/** The instance that a byte belongs to. */
function rowAtByte({ starts, count }: StepIndex, offset: number): number | undefined {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? low - 1 : undefined;
}
