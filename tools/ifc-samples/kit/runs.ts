// Pipes, ducts and cable trays along a line: straight segments, a bend at each corner, a tee where something
// branches off, all joined by ports.

import { enumeration, type Ref } from '../step/step-file.ts';
import type { Facts } from './facts.ts';
import type { Colour, Finishes, MaterialName } from './finishes.ts';
import type { Entity, Model, Product, Storey } from './model.ts';
import type { XYZ } from './place.ts';
import {
  bendProfileOf,
  entityOf,
  nameOf,
  profileOf,
  quantityName,
  reachOf,
  type Section,
  segmentKind,
  setsOf,
} from './sections.ts';
import type { Port, System, Systems } from './systems.ts';
import { cross, minus, plus, scaled, straightTo, unit } from './vectors.ts';

export interface RunSpec {
  readonly system: System;
  readonly key: string;
  readonly name: string;
  readonly storey: Storey;
  readonly section: Section;
  readonly colour: Colour;
  readonly material: MaterialName;
  readonly cost: string;
  /** Corners; the first is left out where it begins at a port. A tee says where its branch leaves. */
  readonly line: readonly (XYZ | { readonly at: XYZ; readonly tee: XYZ })[];
  readonly from?: Port | undefined;
  readonly to?: Port | undefined;
  /** What branches off comes in, as in drains; else it is fed. The line runs the way that things flow. */
  readonly gathers?: boolean;
}

export interface Run {
  readonly start: Port;
  readonly end: Port;
  /** Of its tees, in their order. */
  readonly branches: readonly Port[];
}

type Kit = Finishes & Facts & Systems;

export function createRuns(model: Model, kit: Kit) {
  const types = new Map<string, Entity>();
  const { geometry } = model;

  /** Types have no shape here: their segments are as long as they need to be. */
  function typeOf(part: 'SEGMENT' | 'FITTING', kind: string, spec: RunSpec): Entity {
    const { section } = spec;
    const entity = `${entityOf(section)}${part}TYPE`;
    const name = `${nameOf(section)}${kind === 'BEND' ? ', Bogen' : kind === 'JUNCTION' ? ', Abzweig' : ''}`;
    const key = `type ${entity} ${name} ${spec.material}`;
    const found = types.get(key);
    if (found) return found;
    const made = model.object(
      ...([entity, key, name, undefined, undefined] as const),
      ...[kit.sets(setsOf(section)), undefined, undefined, undefined, enumeration(kind)],
    );
    kit.give(kit.material(spec.material), made);
    kit.classify('DIN 276', spec.cost, made);
    types.set(key, made);
    return made;
  }
  function piece(
    part: 'SEGMENT' | 'FITTING',
    kind: string,
    spec: RunSpec,
    key: string,
    solids: readonly Ref[],
  ): Product {
    const { section, name, storey } = spec;
    const made = model.product(`${entityOf(section)}${part}`, {
      ...{ key, name, placement: model.place(storey.placement, [0, 0, 0]) },
      shape: geometry.shape(geometry.solids(solids)),
      own: [undefined, enumeration(kind)],
    });
    model.relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', storey, made);
    model.relate('IFCRELDEFINESBYTYPE', typeOf(part, kind, spec), made);
    return made;
  }
  function solid(spec: RunSpec, at: XYZ, way: XYZ, length: number): Ref {
    const side: XYZ = Math.abs(way[2]) > 0.9 ? [1, 0, 0] : unit(cross(way, [0, 0, 1]));
    const frame = geometry.frame(at, way, side);
    return kit.paint(
      geometry.extrude(profileOf(geometry, spec.section, false), frame, length),
      spec.colour,
    );
  }
  function bend(spec: RunSpec, corner: XYZ, inwards: XYZ, outwards: XYZ, reach: number): Ref {
    const side = unit(minus(outwards, scaled(inwards, dotOf(inwards, outwards))));
    const start = minus(corner, scaled(inwards, reach));
    const angle = (Math.acos(clamp(dotOf(inwards, outwards))) * 180) / Math.PI;
    const radius = reach / Math.tan((angle * Math.PI) / 360);
    const isUpright = Math.abs(side[2]) > 0.5 || Math.abs(inwards[2]) > 0.5;
    const shape = bendProfileOf(geometry, spec.section, isUpright);
    const frame = geometry.frame(start, inwards, side);
    return kit.paint(geometry.revolve(shape, frame, [radius, 0, 0], [0, 1, 0], angle), spec.colour);
  }

  return {
    run(spec: RunSpec): Run {
      const { system, key, storey, section, from, to } = spec;
      const line = [...(from ? [atStorey(from, storey)] : []), ...spec.line];
      if (to) line.push(atStorey(to, storey));
      const points = line.map((one) => ('tee' in one ? one.at : one));
      const reach = reachOf(section);
      const port = (name: string, owner: Product, at: XYZ, flow: 'SOURCE' | 'SINK') =>
        kit.port(system, { key: `${key} ${name}`, owner, storey, at, flow, isEnd: true });
      const branches: Port[] = [];
      let last = from;
      let first: Port | undefined;
      const follow = (start: Port, end: Port) => {
        if (last) kit.join(last, start);
        first ??= start;
        last = end;
      };
      for (let leg = 0; leg < points.length - 1; leg++) {
        const [here, there] = [points[leg]!, points[leg + 1]!];
        const way = straightTo(here, there);
        const isLast = leg === points.length - 2;
        const begin = leg === 0 ? here : plus(here, scaled(way, reach));
        const end = isLast ? there : minus(there, scaled(way, reach));
        const length = dotOf(minus(end, begin), way);
        if (length < 0.001)
          throw new Error(`Run ${key} has no room for its fittings at leg ${leg}.`);
        const straight = piece('SEGMENT', segmentKind(section), spec, `${key} segment ${leg + 1}`, [
          solid(spec, begin, way, length),
        ]);
        kit.measure(
          `Qto_${quantityName(section)}SegmentBaseQuantities`,
          { Length: length },
          straight,
        );
        follow(
          port(`segment ${leg + 1} in`, straight, begin, 'SINK'),
          port(`segment ${leg + 1} out`, straight, end, 'SOURCE'),
        );
        if (isLast) break;
        const next = straightTo(there, points[leg + 2]!);
        const corner = line[leg + 1]!;
        const isTee = 'tee' in corner;
        const name = `${key} ${isTee ? 'tee' : 'bend'} ${leg + 1}`;
        const solids = isTee
          ? [
              solid(spec, minus(there, scaled(way, reach)), way, 2 * reach),
              solid(spec, there, corner.tee, reach * 1.2),
            ]
          : [bend(spec, there, way, next, reach)];
        const fitting = piece('FITTING', isTee ? 'JUNCTION' : 'BEND', spec, name, solids);
        const out = plus(there, scaled(next, reach));
        follow(
          port(`fitting ${leg + 1} in`, fitting, end, 'SINK'),
          port(`fitting ${leg + 1} out`, fitting, out, 'SOURCE'),
        );
        if (isTee) {
          branches.push(
            port(
              `fitting ${leg + 1} branch`,
              fitting,
              plus(there, scaled(corner.tee, reach * 1.2)),
              spec.gathers ? 'SINK' : 'SOURCE',
            ),
          );
        }
      }
      if (!first || !last) throw new Error(`Run ${key} needs two points.`);
      if (to) kit.join(last, to);
      return { start: first, end: last, branches };
    },
  };
}

export type Runs = ReturnType<typeof createRuns>;

/** Where a port is as seen from another storey's floor. */
export const atStorey = ({ at, storey }: Port, other: Storey): XYZ => [
  at[0],
  at[1],
  at[2] + storey.elevationM - other.elevationM,
];

const dotOf = (a: XYZ, b: XYZ): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
