// The property sets that stand in for IfcMapConversion in IFC2X3, on the site.

import { InputError } from '#model/input-error.ts';
import { instanceAt, rowsOfType, type StepInstance } from '../step/scan.ts';
import { listOf, referenceOf } from '../step/values.ts';
import { findGeoreferencingSets, type GeoreferencingSet } from './read-property-sets.ts';
import { formatStepReal, formatStepText } from './step-edit.ts';
import { INTERNATIONAL_FOOT_M, SURVEY_FOOT_M } from './unit.ts';
import { textOf } from './value-text.ts';
import type { WriteTarget } from './write-georeferencing.ts';

export function writeConversionSets(target: WriteTarget, file: string): void {
  const { index, numbers, lengthUnitM } = target;
  const { horizontal, vertical } = numbers.crs;
  const scale = Number((numbers.scale * (lengthUnitM / numbers.unitM)).toPrecision(13));
  const length = (value: number) => `IFCLENGTHMEASURE(${formatStepReal(value)})`;
  const real = (value: number) => `IFCREAL(${formatStepReal(value)})`;
  const text = (value: string) => `IFCLABEL(${formatStepText(value)})`;
  const object = ['IFCSITE', 'IFCPROJECT']
    .flatMap((type) => rowsOfType(index, type).map((row) => instanceAt(index, row)))
    .at(0);
  if (!object) throw new InputError({ file }, 'The file has no IfcSite or IfcProject to place.');
  writeSet(target, object, 'ePSet_MapConversion', 'mapconversion', {
    Eastings: length(numbers.eastings),
    Northings: length(numbers.northings),
    OrthogonalHeight: length(numbers.height),
    XAxisAbscissa: real(numbers.abscissa),
    XAxisOrdinate: real(numbers.ordinate),
    Scale: real(scale),
  });
  writeSet(target, object, 'ePSet_ProjectedCRS', 'projectedcrs', {
    Name: text(horizontal.code),
    Description: text(horizontal.name),
    ...(vertical.surface === 'geoid' ? { VerticalDatum: text(vertical.code) } : {}),
    MapUnit: text(unitWord(numbers.unitM)),
  });
}

function unitWord(unitM: number): string {
  if (unitM === SURVEY_FOOT_M) return 'US SURVEY FOOT';
  return unitM === INTERNATIONAL_FOOT_M ? 'FOOT' : 'METRE';
}

/** Properties that the set has are replaced in their place, the others come after them. */
function writeSet(
  target: WriteTarget,
  object: StepInstance,
  name: string,
  word: 'mapconversion' | 'projectedcrs',
  properties: Readonly<Record<string, string>>,
): void {
  const { index, edit } = target;
  const [own] = findGeoreferencingSets(index, word);
  const ids: string[] = [];
  const kept = own ? listOf(own.set.values[4]).map((one) => `#${referenceOf(one)}`) : [];
  for (const [key, value] of Object.entries(properties)) {
    const values = `${formatStepText(key)},$,${value},$`;
    const old = own && propertyOf(own, key);
    if (old === undefined) ids.push(`#${edit.add('IFCPROPERTYSINGLEVALUE', values)}`);
    else edit.replace(old, 'IFCPROPERTYSINGLEVALUE', values);
  }
  if (own && ids.length === 0) return;
  const list = `(${[...kept, ...ids].join(',')})`;
  const history = formatReference(referenceOf(own?.set.values[1] ?? object.values[1]));
  const globalId =
    textOf(own?.set.values[0]) ?? makeGlobalId(`${textOf(object.values[0])}/${name}`);
  const written = textOf(own?.set.values[2]) ?? name;
  const values = `'${globalId}',${history},${formatStepText(written)},$,${list}`;
  if (own) {
    edit.replace(own.set.id, 'IFCPROPERTYSET', values);
    return;
  }
  const set = edit.add('IFCPROPERTYSET', values);
  const relation = makeGlobalId(`${textOf(object.values[0])}/${name}/is defined by`);
  edit.add('IFCRELDEFINESBYPROPERTIES', `'${relation}',${history},$,$,(#${object.id}),#${set}`);
}

const formatReference = (id: number | undefined) => (id === undefined ? '$' : `#${id}`);

function propertyOf({ idOf }: GeoreferencingSet, key: string): number | undefined {
  const aliases: Readonly<Record<string, string>> = { eastings: 'easting', northings: 'northing' };
  const plain = key.toLowerCase();
  return idOf.get(plain) ?? idOf.get(aliases[plain] ?? plain);
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$';

/** A GlobalId that is the same whenever the same is written. */
function makeGlobalId(seed: string): string {
  let hash = 0x811c9dc5;
  const next = () => {
    for (let at = 0; at < seed.length; at++) {
      hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    }
    hash ^= hash >>> 15;
    return hash >>> 0;
  };
  // 128 bits: the first digit has but two of them.
  const first = DIGITS.charAt(next() & 3);
  return first + Array.from({ length: 21 }, () => DIGITS.charAt((next() >>> 8) & 63)).join('');
}
