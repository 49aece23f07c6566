// IfcMapConversion, IfcMapConversionScaled, IfcRigidOperation and the reference systems that they lead to.

import {
  instanceAt,
  instanceOf,
  rowsOfType,
  type StepIndex,
  type StepInstance,
} from '../step/scan.ts';
import { numberOf, referenceOf, type StepValue } from '../step/values.ts';
import type { CrsStatement, MapStatement, RigidStatement } from './statements.ts';
import { readUnit } from './unit.ts';
import { textOf } from './value-text.ts';

const NAMES: Readonly<Record<string, string>> = {
  IFCMAPCONVERSION: 'IfcMapConversion',
  IFCMAPCONVERSIONSCALED: 'IfcMapConversionScaled',
  IFCRIGIDOPERATION: 'IfcRigidOperation',
};

/** The operation that takes the project's frame to a map; the one of a representation context before others. */
export function readMap(index: StepIndex): MapStatement | RigidStatement | undefined {
  const all = Object.keys(NAMES).flatMap((type) =>
    rowsOfType(index, type).map((row) => instanceAt(index, row)),
  );
  const isOfContext = ({ values }: StepInstance) =>
    instanceOf(index, referenceOf(values[0]))?.type === 'IFCGEOMETRICREPRESENTATIONCONTEXT';
  const ordered = [...all.filter(isOfContext), ...all.filter((one) => !isOfContext(one))];
  for (const one of ordered) {
    const read =
      one.type === 'IFCRIGIDOPERATION' ? readRigid(index, one) : readConversion(index, one);
    if (read) return read;
  }
  return undefined;
}

const labelOf = ({ type, id }: StepInstance) => `${NAMES[type] ?? type} #${id}`;

function readConversion(index: StepIndex, one: StepInstance): MapStatement | undefined {
  const [, target, ...rest] = one.values;
  const [eastings, northings, height, abscissa, ordinate, scale, x, y, z] = rest.map(finiteOf);
  if (eastings === undefined || northings === undefined) return undefined;
  const isScaled = one.type === 'IFCMAPCONVERSIONSCALED';
  return {
    kind: 'map-conversion',
    label: labelOf(one),
    eastings,
    northings,
    height: height ?? 0,
    abscissa,
    ordinate,
    scale,
    factors: isScaled ? [x ?? 1, y ?? 1, z ?? 1] : undefined,
    crs: readCrs(index, referenceOf(target)),
  };
}

function readRigid(index: StepIndex, one: StepInstance): RigidStatement | undefined {
  const [, target, ...rest] = one.values;
  const [first, second, height] = rest.map(finiteOf);
  if (first === undefined || second === undefined) return undefined;
  const crs = readCrs(index, referenceOf(target));
  const typed = typeName(rest[0]);
  const isAngle = typed === undefined ? crs?.kind === 'geographic' : typed.includes('ANGLE');
  return {
    kind: 'rigid-operation',
    label: labelOf(one),
    first,
    second,
    height: height ?? 0,
    isAngle,
    crs,
  };
}

/** The IfcProjectedCRS or IfcGeographicCRS with this number. */
export function readCrs(index: StepIndex, id: number | undefined): CrsStatement | undefined {
  const crs = instanceOf(index, id);
  if (!crs) return undefined;
  const [name, description, geodeticDatum, fourth, fifth, sixth, seventh] = crs.values;
  const common = {
    name: textOf(name),
    description: textOf(description),
    geodeticDatum: textOf(geodeticDatum),
    wkt: readWkt(index, crs.id),
  };
  if (crs.type === 'IFCGEOGRAPHICCRS') {
    return {
      ...common,
      kind: 'geographic',
      verticalDatum: undefined,
      projection: undefined,
      zone: undefined,
      angleUnit: readUnit(index, referenceOf(fifth)),
      lengthUnit: readUnit(index, referenceOf(sixth)),
    };
  }
  if (crs.type !== 'IFCPROJECTEDCRS') return undefined;
  return {
    ...common,
    kind: 'projected',
    verticalDatum: textOf(fourth),
    projection: textOf(fifth),
    zone: textOf(sixth),
    lengthUnit: readUnit(index, referenceOf(seventh)),
    angleUnit: undefined,
  };
}

/** IFC4.3 hangs the definition of a reference system onto it. */
function readWkt(index: StepIndex, crs: number): string | undefined {
  const texts = rowsOfType(index, 'IFCWELLKNOWNTEXT').map((row) => instanceAt(index, row).values);
  const own = texts.find(([, system]) => referenceOf(system) === crs);
  return textOf(own?.[0]);
}

function typeName(value: StepValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return 'kind' in value && value.kind === 'typed' ? value.type.toUpperCase() : undefined;
}

function finiteOf(value: StepValue | undefined): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}
