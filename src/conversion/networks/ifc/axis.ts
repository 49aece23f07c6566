// The axis of a pipe, duct or cable, and what it is like across: from its axis curve, or from what it is extruded
// or swept along.

import { SEEN_CHORD_M } from '../../ifc/geometry/curves/context.ts';
import { readCurve } from '../../ifc/geometry/curves/read-curve.ts';
import { axisPlacement, directionOf, mappedPlacement } from '../../ifc/geometry/item-placement.ts';
import { inUnit, type Matrix, multiply, transformPoint } from '../../ifc/geometry/matrix.ts';
import { instanceOf, type StepInstance } from '../../ifc/step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../../ifc/step/values.ts';
import { readAngleUnit } from '../../ifc/units.ts';
import type { IfcSource, PointM } from './ifc-source.ts';

/** Outside sizes unless they say otherwise, m. */
export type Section =
  | { readonly shape: 'circle'; readonly outerM: number; readonly wallM: number | undefined }
  | { readonly shape: 'box'; readonly widthM: number; readonly heightM: number };

export interface ElementAxis {
  /** At least two, m. */
  readonly points: readonly PointM[];
  readonly section: Section | undefined;
}

const REPRESENTATION = 6;
const GREATEST_DEPTH = 16;

export function createAxisReader(source: IfcSource): (element: number) => ElementAxis | undefined {
  const { index, file } = source;
  const context = {
    ...{ index, unitM: file.lengthUnitM, chordM: SEEN_CHORD_M },
    radians: readAngleUnit(index),
  };
  const at = (value: StepValue | undefined) => instanceOf(index, referenceOf(value));

  function curvePoints(id: number | undefined, matrix: Matrix): PointM[] {
    const [points = []] = id === undefined ? [] : readCurve(context, id);
    const flat = points.map((part) => part * file.lengthUnitM);
    return Array.from({ length: flat.length / 3 }, (_, point) => moved(matrix, flat, 3 * point));
  }

  /** All runs of one item: mapped ones, cut ones. */
  function runsOf(item: StepInstance | undefined, matrix: Matrix, depth: number): ElementAxis[] {
    if (!item || depth > GREATEST_DEPTH) return [];
    switch (item.type) {
      case 'IFCEXTRUDEDAREASOLID':
      case 'IFCEXTRUDEDAREASOLIDTAPERED': {
        const [x, y, z] = directionOf(index, item.values[2]) ?? [0, 0, 1];
        const depthM = (numberOf(item.values[3]) ?? 0) * file.lengthUnitM;
        if (!(depthM > 0)) return [];
        const own = inUnit(axisPlacement(index, referenceOf(item.values[1])), file.lengthUnitM);
        const frame = multiply(matrix, own);
        const line = [0, 0, 0, x * depthM, y * depthM, z * depthM];
        const points = [moved(frame, line, 0), moved(frame, line, 3)];
        return [{ points, section: sectionOf(at(item.values[0]), file.lengthUnitM) }];
      }
      case 'IFCSWEPTDISKSOLID':
      case 'IFCSWEPTDISKSOLIDPOLYGONAL': {
        const points = curvePoints(referenceOf(item.values[0]), matrix);
        const [outer = 0, inner] = [item.values[1], item.values[2]].map(numberOf);
        if (points.length < 2) return [];
        const wallM = inner === undefined ? undefined : (outer - inner) * file.lengthUnitM;
        const outerM = 2 * outer * file.lengthUnitM;
        return [{ points, section: { shape: 'circle', outerM, wallM } }];
      }
      case 'IFCMAPPEDITEM': {
        const map = at(item.values[0]);
        const shift = mappedPlacement(index, item.values[1], map?.values[0]);
        const inside = multiply(matrix, inUnit(shift, file.lengthUnitM));
        return itemsOf(at(map?.values[1])).flatMap((one) => runsOf(one, inside, depth + 1));
      }
      case 'IFCBOOLEANRESULT':
      case 'IFCBOOLEANCLIPPINGRESULT':
        return runsOf(at(item.values[1]), matrix, depth + 1);
      default: {
        const points = curvePoints(item.id, matrix);
        return points.length < 2 ? [] : [{ points, section: undefined }];
      }
    }
  }
  const itemsOf = (shape: StepInstance | undefined) => listOf(shape?.values[3]).map(at);

  return (element) => {
    const matrix = source.matrixOf(element);
    const shape = at(source.valuesOf(element)[REPRESENTATION]);
    if (!matrix || !shape) return undefined;
    const representations = listOf(shape.values[2]).map(at);
    const runs = (name: (identifier: unknown) => boolean) =>
      representations
        .filter((one) => one && name(one.values[1]))
        .flatMap((one) => itemsOf(one).flatMap((item) => runsOf(item, matrix, 0)))
        .sort((a, b) => lengthOf(b.points) - lengthOf(a.points));
    const [body] = runs((name) => name !== 'Axis');
    const [axis] = runs((name) => name === 'Axis');
    return axis ? { ...axis, section: body?.section } : body;
  };
}

function sectionOf(profile: StepInstance | undefined, unitM: number): Section | undefined {
  const [a, b] = [profile?.values[3], profile?.values[4]].map((value) => {
    const number = numberOf(value);
    return number === undefined || !(number > 0) ? undefined : number * unitM;
  });
  if (a === undefined) return undefined;
  if (profile?.type === 'IFCCIRCLEPROFILEDEF')
    return { shape: 'circle', outerM: 2 * a, wallM: undefined };
  if (profile?.type === 'IFCCIRCLEHOLLOWPROFILEDEF')
    return { shape: 'circle', outerM: 2 * a, wallM: b };
  const isBox = /^IFC(ROUNDED)?RECTANGLE(HOLLOW)?PROFILEDEF$/.test(profile?.type ?? '');
  return isBox && b !== undefined ? { shape: 'box', widthM: a, heightM: b } : undefined;
}

function moved(matrix: Matrix, points: readonly number[], at: number): PointM {
  const point = [0, 0, 0];
  transformPoint(matrix, points, at, point);
  return [point[0] ?? 0, point[1] ?? 0, point[2] ?? 0];
}

export const distanceM = (a: PointM, b: PointM): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export const lengthOf = (points: readonly PointM[]): number =>
  points.slice(1).reduce((sum, point, at) => sum + distanceM(points[at] ?? point, point), 0);
