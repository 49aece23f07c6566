// Points, axes, profiles, solids, representations. Lengths in m, angles in degrees where the name says so.

import { derived, enumeration, type Ref, type StepFile, whole } from '../step/step-file.ts';
import type { XY, XYZ } from './place.ts';

export interface Geometry {
  readonly context: Ref;
  readonly world: Ref;
  readonly point: (at: XYZ | XY) => Ref;
  readonly direction: (of: XYZ | XY) => Ref;
  /** IfcAxis2Placement3D; `along` turns x in the plan, m. */
  readonly axes: (at: XYZ, along?: XY) => Ref;
  readonly frame: (at: XYZ, z: XYZ, x: XYZ) => Ref;
  readonly rectangle: (width: number, height: number) => Ref;
  readonly polygon: (corners: readonly XY[], holes?: readonly (readonly XY[])[]) => Ref;
  readonly circle: (radius: number) => Ref;
  readonly ring: (radius: number, wall: number) => Ref;
  readonly iShape: (width: number, depth: number, web: number, flange: number) => Ref;
  /** IfcExtrudedAreaSolid of a profile along the z of its frame. */
  readonly extrude: (profile: Ref, frame: Ref, depth: number) => Ref;
  /** IfcRevolvedAreaSolid about an axis in the profile's plane, through `about`, along `axis`. */
  readonly revolve: (profile: Ref, frame: Ref, about: XYZ, axis: XYZ, angleDeg: number) => Ref;
  /** From its lowest corner. */
  readonly box: (at: XYZ, size: XYZ) => Ref;
  readonly shape: (...representations: Ref[]) => Ref;
  readonly solids: (items: readonly Ref[]) => Ref;
  readonly axisLine: (points: readonly XY[]) => Ref;
  readonly map: (items: readonly Ref[]) => Ref;
  readonly mapped: (map: Ref) => Ref;
}

const radiansOf = (degrees: number): number => (degrees * Math.PI) / 180;

/** `north`: true north in the model's plan. */
export function createGeometry(file: StepFile, north: XY): Geometry {
  const { share, add } = file;
  const point = (at: XYZ | XY) => share('IFCCARTESIANPOINT', at);
  const direction = (of: XYZ | XY) => share('IFCDIRECTION', of);
  const axes = (at: XYZ, along?: XY): Ref =>
    along && (along[0] !== 1 || along[1] !== 0)
      ? frame(at, [0, 0, 1], [along[0], along[1], 0])
      : share('IFCAXIS2PLACEMENT3D', point(at), undefined, undefined);
  const frame = (at: XYZ, z: XYZ, x: XYZ): Ref =>
    share('IFCAXIS2PLACEMENT3D', point(at), direction(z), direction(x));
  const flat = () => share('IFCAXIS2PLACEMENT2D', point([0, 0]), undefined);
  const area = enumeration('AREA');
  const world = axes([0, 0, 0]);
  const context = add(
    ...(['IFCGEOMETRICREPRESENTATIONCONTEXT', undefined, 'Model'] as const),
    ...[whole(3), 1e-5, world, direction(north)],
  );
  const sub = (name: string, view: string) =>
    add(
      ...(['IFCGEOMETRICREPRESENTATIONSUBCONTEXT', name, 'Model'] as const),
      ...[derived, derived, derived, derived, context],
      ...[undefined, enumeration(view), undefined],
    );
  const body = sub('Body', 'MODEL_VIEW');
  const axis = sub('Axis', 'GRAPH_VIEW');

  const line = (corners: readonly XY[]) =>
    share(
      'IFCPOLYLINE',
      [...corners, corners[0]!].map((corner) => point(corner)),
    );
  const extrude = (profile: Ref, at: Ref, depth: number): Ref =>
    add('IFCEXTRUDEDAREASOLID', profile, at, direction([0, 0, 1]), depth);
  const rectangle = (width: number, height: number): Ref =>
    share('IFCRECTANGLEPROFILEDEF', area, undefined, flat(), width, height);

  return {
    ...{ context, world, point, direction, axes, frame, extrude, rectangle },
    polygon: (corners, holes = []) =>
      holes.length > 0
        ? share(
            ...(['IFCARBITRARYPROFILEDEFWITHVOIDS', area, undefined, line(corners)] as const),
            holes.map((hole) => line(hole)),
          )
        : share('IFCARBITRARYCLOSEDPROFILEDEF', area, undefined, line(corners)),
    circle: (radius) => share('IFCCIRCLEPROFILEDEF', area, undefined, flat(), radius),
    ring: (radius, wall) =>
      share('IFCCIRCLEHOLLOWPROFILEDEF', area, undefined, flat(), radius, wall),
    iShape: (width, depth, web, flange) =>
      share(
        ...(['IFCISHAPEPROFILEDEF', area, undefined, flat(), width, depth, web, flange] as const),
        ...[undefined, undefined, undefined],
      ),
    revolve: (profile, at, about, around, angleDeg) =>
      add(
        ...(['IFCREVOLVEDAREASOLID', profile, at] as const),
        share('IFCAXIS1PLACEMENT', point(about), direction(around)),
        radiansOf(angleDeg),
      ),
    box: ([x, y, z], [width, depth, height]) =>
      extrude(rectangle(width, depth), axes([x + width / 2, y + depth / 2, z]), height),
    shape: (...representations) =>
      share('IFCPRODUCTDEFINITIONSHAPE', undefined, undefined, representations),
    solids: (items) => add('IFCSHAPEREPRESENTATION', body, 'Body', 'SweptSolid', items),
    axisLine: (points) =>
      add('IFCSHAPEREPRESENTATION', axis, 'Axis', 'Curve2D', [
        share(
          'IFCPOLYLINE',
          points.map((at) => point(at)),
        ),
      ]),
    map: (items) =>
      add(
        'IFCREPRESENTATIONMAP',
        world,
        add('IFCSHAPEREPRESENTATION', body, 'Body', 'SweptSolid', items),
      ),
    mapped: (map) =>
      share('IFCSHAPEREPRESENTATION', body, 'Body', 'MappedRepresentation', [
        share(
          ...(['IFCMAPPEDITEM', map] as const),
          share(
            ...(['IFCCARTESIANTRANSFORMATIONOPERATOR3D', undefined, undefined] as const),
            ...[point([0, 0, 0]), 1, undefined],
          ),
        ),
      ]),
  };
}
