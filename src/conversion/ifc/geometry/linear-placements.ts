// Placements along a curve. web-ifc measures along a coarse polyline (3 cm off on a clothoid) and, in the
// release candidates of IFC4.3, along the wrong one.

import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { instanceOf, rowsOfType, type StepInstance } from '../step/scan.ts';
import { numberOf, referenceOf, type StepValue } from '../step/values.ts';
import { readAngleUnit } from '../units.ts';
import { type Along, measureCurve } from './curves/along.ts';
import { SEEN_CHORD_M } from './curves/context.ts';
import { axisPlacement, directionOf, toMatrix } from './item-placement.ts';
import { identity, inUnit, type Matrix, multiply } from './matrix.ts';

export interface LinearPlacements {
  /** Where a placement lies in the model's frame (m), if it lies along a curve; else undefined. */
  placementOf(placement: number | undefined): Matrix | undefined;
}

const GREATEST_DEPTH = 64;

export function readLinearPlacements(
  file: Pick<IfcFile, 'bytes' | 'lengthUnitM'>,
): LinearPlacements {
  const index = indexOf(file.bytes);
  if (rowsOfType(index, 'IFCLINEARPLACEMENT').length === 0) return { placementOf: () => undefined };
  const curves = new Map<number, Along | undefined>();
  const context = {
    index,
    unitM: file.lengthUnitM,
    radians: readAngleUnit(index),
    chordM: SEEN_CHORD_M,
  };

  function alongOf(curve: number): Along | undefined {
    if (!curves.has(curve)) curves.set(curve, measureCurve(context, curve));
    return curves.get(curve);
  }

  /** An IfcAxis2PlacementLinear in the curve's own coordinates. */
  function relativePlacement(value: StepValue | undefined): Matrix | undefined {
    const placement = instanceOf(index, referenceOf(value));
    if (placement?.type !== 'IFCAXIS2PLACEMENTLINEAR') return undefined;
    const place = instanceOf(index, referenceOf(placement.values[0]));
    if (place?.type !== 'IFCPOINTBYDISTANCEEXPRESSION') return undefined;
    const [distance = 0, lateral = 0, vertical = 0, longitudinal = 0] = place.values
      .slice(0, 4)
      .map((offset) => numberOf(offset) ?? 0);
    const curve = referenceOf(place.values[4]);
    const found = curve === undefined ? undefined : alongOf(curve)?.at(distance);
    if (!found) return undefined;
    const frame = toMatrix(found.point, upAcross(found.tangent), found.tangent);
    const location = [0, 1, 2].map(
      (axis) =>
        frame[12 + axis]! +
        frame[axis]! * longitudinal +
        frame[4 + axis]! * lateral +
        frame[8 + axis]! * vertical,
    );
    const axis = directionOf(index, placement.values[1]);
    const along = directionOf(index, placement.values[2]);
    const turned =
      axis || along
        ? toMatrix(found.point, axis ?? upAcross(found.tangent), along ?? found.tangent)
        : frame;
    return Float64Array.of(...turned.subarray(0, 12), ...location, 1);
  }

  /** In units of the file, with whether a curve is involved. */
  function chainOf(id: number | undefined, depth: number): Chain | undefined {
    const placement = instanceOf(index, id);
    if (!placement) return { matrix: identity(), isLinear: false };
    if (depth > GREATEST_DEPTH) return undefined;
    const isLinear = placement.type === 'IFCLINEARPLACEMENT';
    if (!isLinear && placement.type !== 'IFCLOCALPLACEMENT') return undefined;
    const parent = chainOf(parentOf(placement, isLinear), depth + 1);
    const own = isLinear
      ? (relativePlacement(placement.values[1]) ?? cartesianPosition(placement.values.at(-1)))
      : axisPlacement(index, referenceOf(placement.values[1]));
    if (!parent || !own) return undefined;
    return { matrix: multiply(parent.matrix, own), isLinear: isLinear || parent.isLinear };
  }

  /** A curve's coordinates are not those of what is placed along it: there the placements above are passed. */
  function parentOf({ values }: StepInstance, isLinear: boolean): number | undefined {
    const id = referenceOf(values[0]);
    const parent = isLinear ? instanceOf(index, id) : undefined;
    return parent?.type === 'IFCLINEARPLACEMENT' ? parentOf(parent, true) : id;
  }

  /** What the writer worked out itself. */
  function cartesianPosition(value: StepValue | undefined): Matrix | undefined {
    const id = referenceOf(value);
    return instanceOf(index, id)?.type === 'IFCAXIS2PLACEMENT3D'
      ? axisPlacement(index, id)
      : undefined;
  }

  return {
    placementOf(placement) {
      const chain = chainOf(placement, 0);
      return chain?.isLinear ? inUnit(chain.matrix, file.lengthUnitM) : undefined;
    },
  };
}

interface Chain {
  readonly matrix: Matrix;
  readonly isLinear: boolean;
}

/** Upwards, at a right angle to a tangent that may rise. */
function upAcross([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  const level = Math.hypot(x, y);
  return level === 0 ? [1, 0, 0] : [(-z * x) / level, (-z * y) / level, level];
}
