// Every curve of IFC as polylines.

import { instanceOf, type StepInstance } from '../../step/scan.ts';
import {
  enumerationOf,
  listOf,
  numberOf,
  referenceOf,
  type StepTyped,
  type StepValue,
} from '../../step/values.ts';
import { directionOf, pointOf, toVector } from '../item-placement.ts';
import { arcThrough, trimmedConic, wholeConic } from './conic.ts';
import type { CurveContext, Points } from './context.ts';
import { lifted, offsetByDistances, offsetEvenly } from './gradient.ts';
import { cut, distancesOf, joined, reversed } from './polyline.ts';
import { segmentPoints } from './segment.ts';
import { splinePoints } from './spline.ts';

const GREATEST_DEPTH = 32;

type Read = (context: CurveContext, curve: StepInstance, below: Below) => Points;
/** Reads a curve that another is made of. */
type Below = (value: StepValue | undefined) => Points;

const composite: Read = (_context, { values }, below) => joined(listOf(values[0]).map(below));
const first: Read = (_context, { values }, below) => below(values[0]);
const evenly: Read = (_context, { values }, below) =>
  offsetEvenly(below(values[0]), numberOf(values[1]) ?? 0);
const spline: Read = (context, curve) => splinePoints(context, curve);
const segment: Read = (_context, { values }, below) => {
  const points = below(values[2]);
  return enumerationOf(values[1]) === 'F' ? reversed(points) : points;
};

const READERS: Readonly<Record<string, Read>> = {
  IFCPOLYLINE: ({ index }, { values }) =>
    listOf(values[0]).flatMap((point) => pointOf(index, point)),
  IFCINDEXEDPOLYCURVE: indexedPolyCurve,
  IFCCOMPOSITECURVE: composite,
  IFC2DCOMPOSITECURVE: composite,
  IFCCOMPOSITECURVEONSURFACE: composite,
  IFCBOUNDARYCURVE: composite,
  IFCOUTERBOUNDARYCURVE: composite,
  IFCCOMPOSITECURVESEGMENT: segment,
  IFCREPARAMETRISEDCOMPOSITECURVESEGMENT: segment,
  IFCCURVESEGMENT: (context, curve, below) =>
    segmentPoints(context, curve, (id) =>
      id === undefined ? [] : below({ kind: 'reference', id }),
    ),
  IFCGRADIENTCURVE: (context, curve, below) =>
    lifted(below(curve.values[2]), composite(context, curve, below)),
  // Its own segments only tilt the track about the curve.
  IFCSEGMENTEDREFERENCECURVE: (_context, { values }, below) => below(values[2]),
  IFCTRIMMEDCURVE: trimmed,
  IFCCIRCLE: wholeConic,
  IFCELLIPSE: wholeConic,
  IFCBSPLINECURVEWITHKNOTS: spline,
  IFCRATIONALBSPLINECURVEWITHKNOTS: spline,
  IFCBEZIERCURVE: spline,
  IFCRATIONALBEZIERCURVE: spline,
  IFCOFFSETCURVE2D: evenly,
  IFCOFFSETCURVE3D: evenly,
  IFCOFFSETCURVEBYDISTANCES: (context, curve, below) =>
    offsetByDistances(context, curve, below(curve.values[0])),
  IFCSURFACECURVE: first,
  IFCINTERSECTIONCURVE: first,
  IFCSEAMCURVE: first,
  IFCEDGE: edge,
  IFCEDGECURVE: (context, curve, below) => {
    const points = below(curve.values[2]);
    return points.length > 3 ? points : edge(context, curve);
  },
  IFCORIENTEDEDGE: (_context, { values }, below) => below(values[2]),
};

/** Curves that bound an area: read one by one. */
const AREAS = new Set(['IFCANNOTATIONFILLAREA']);

/** Whether a type of item is a curve, or an area that is shown by its bounds. */
export const isCurve = (type: string): boolean =>
  type in READERS || AREAS.has(type) || type === 'IFCLINE';

/** A curve as polylines in its own frame; none where it has no length or can't be read. */
export function readCurve(context: CurveContext, id: number): readonly Points[] {
  const curve = instanceOf(context.index, id);
  if (!curve) return [];
  const bounds = AREAS.has(curve.type)
    ? [curve.values[0] ?? null, ...listOf(curve.values[1])].flatMap(
        (bound) => referenceOf(bound) ?? [],
      )
    : [id];
  return bounds
    .map((bound) => pointsOf(context, bound, 0))
    .filter((points) => points.length > 3 && points.every(Number.isFinite));
}

/** The segments of a composite or gradient curve, one after the other, without what it lies over. */
export function readSegments(context: CurveContext, id: number): Points {
  const curve = instanceOf(context.index, id);
  if (!curve) return [];
  return composite(context, curve, (value) => pointsOf(context, referenceOf(value), 1));
}

function pointsOf(context: CurveContext, id: number | undefined, depth: number): Points {
  const curve = instanceOf(context.index, id);
  const read = curve && READERS[curve.type];
  if (!read || depth > GREATEST_DEPTH) return [];
  return read(context, curve, (value) => pointsOf(context, referenceOf(value), depth + 1));
}

function indexedPolyCurve(context: CurveContext, { values }: StepInstance): Points {
  const list = instanceOf(context.index, referenceOf(values[0]));
  const corners = listOf(list?.values[0]).map(toVector);
  const segments = listOf(values[1]);
  if (segments.length === 0) return corners.flat();
  return joined(
    segments.filter(isTyped).map(({ type, values: [rows] }) => {
      const points = listOf(rows).flatMap((row) => corners[(numberOf(row) ?? 0) - 1] ?? []);
      return type === 'IFCARCINDEX' && points.length === 9 ? arcThrough(context, points) : points;
    }),
  );
}

function trimmed(context: CurveContext, { values }: StepInstance, below: Below): Points {
  const basis = instanceOf(context.index, referenceOf(values[0]));
  if (!basis) return [];
  const isForward = enumerationOf(values[3]) !== 'F';
  if (basis.type === 'IFCCIRCLE' || basis.type === 'IFCELLIPSE') {
    return trimmedConic(context, basis, [values[1], values[2]], isForward);
  }
  if (basis.type === 'IFCLINE') {
    const ends = [lineEnd(context, basis, values[1]), lineEnd(context, basis, values[2])];
    return ends.flatMap((end) => end ?? []);
  }
  // Of other curves a trim by a parameter is a share of what is there.
  const whole = below(values[0]);
  const total = distancesOf(whole).at(-1) ?? 0;
  const [start, end] = [values[1], values[2]].map((trim) =>
    listOf(trim)
      .map(numberOf)
      .find((value) => value !== undefined),
  );
  if (start === undefined || end === undefined || !(end > start) || end > 1 || start < 0) {
    return isForward ? whole : reversed(whole);
  }
  const part = cut(whole, start * total, end * total);
  return isForward ? part : reversed(part);
}

/** Point of a trim on an IfcLine. */
function lineEnd(
  { index }: CurveContext,
  { values }: StepInstance,
  trim: StepValue | undefined,
): readonly number[] | undefined {
  const point = listOf(trim).find((value) => referenceOf(value) !== undefined);
  if (point !== undefined) return pointOf(index, point);
  const parameter = listOf(trim)
    .map(numberOf)
    .find((value) => value !== undefined);
  const vector = instanceOf(index, referenceOf(values[1]));
  const direction = directionOf(index, vector?.values[0]);
  if (parameter === undefined || !direction) return undefined;
  const length = parameter * (numberOf(vector?.values[1]) ?? 1);
  const [x, y, z] = pointOf(index, values[0]);
  return [x + direction[0] * length, y + direction[1] * length, z + direction[2] * length];
}

/** From one vertex to the other. */
function edge({ index }: CurveContext, { values }: StepInstance): Points {
  return [values[0], values[1]].flatMap((vertex) => {
    const point = instanceOf(index, referenceOf(vertex));
    return point?.type === 'IFCVERTEXPOINT' ? pointOf(index, point.values[0]) : [];
  });
}

const isTyped = (value: StepValue): value is StepTyped =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'typed';
