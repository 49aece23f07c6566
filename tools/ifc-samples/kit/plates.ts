// What is flat or straight and unique: slabs, roofs, columns, beams, coverings, railings, stairs.

import { enumeration, type Ref, type Value } from '../step/step-file.ts';
import { type Facts, identifier, label, said } from './facts.ts';
import type { Colour, Finishes, Layer, MaterialName } from './finishes.ts';
import type { Model, Product, Storey } from './model.ts';
import { type Part, solidOf } from './parts.ts';
import { areaOf, perimeterOf, type XY } from './place.ts';

export interface SlabSpec {
  readonly key: string;
  readonly name: string;
  readonly kind: 'FLOOR' | 'ROOF' | 'BASESLAB' | 'LANDING';
  readonly storey: Storey;
  readonly plan: readonly XY[];
  readonly holes?: readonly (readonly XY[])[];
  /** Of its upper face over the storey, m. */
  readonly top: number;
  /** From above. */
  readonly layers: readonly Layer[];
  readonly upper: Colour;
  readonly lower: Colour;
  readonly fireRating?: string;
  /** The roof that it is part of; else it is contained in the storey. */
  readonly whole?: Product;
}

/** One element with a shape of its own. */
export interface ElementSpec {
  readonly entity: string;
  readonly predefined: string;
  readonly key: string;
  readonly name: string;
  readonly objectType?: string;
  readonly within: Product;
  readonly parts: readonly Part[];
  readonly material: MaterialName;
  readonly cost: string;
  readonly sets?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly own?: (predefined: Value) => readonly Value[];
  /** What it is a part of; else it is contained in `within`. */
  readonly whole?: Product;
}

export interface Plates {
  readonly slab: (spec: SlabSpec) => Product;
  readonly element: (spec: ElementSpec) => Product;
  /** One that only gathers its parts: a stair, a roof. */
  readonly assembly: (
    entity: string,
    kind: string,
    key: string,
    name: string,
    within: Product,
  ) => Product;
}

export function createPlates(model: Model, kit: Finishes & Facts): Plates {
  const { geometry, product, relate, place } = model;

  function put(made: Product, within: Product, assembly: Product | undefined): void {
    if (assembly) relate('IFCRELAGGREGATES', assembly, made);
    else relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', within, made);
  }
  function layersOf({ plan, holes, top, layers, upper, lower }: SlabSpec): Ref[] {
    const profile = geometry.polygon(plan, holes);
    const thickness = layers.reduce((sum, { thicknessM }) => sum + thicknessM, 0);
    const finish = Math.min(0.05, thickness / 2);
    const solid = (z: number, high: number, colour: Colour) =>
      kit.paint(geometry.extrude(profile, geometry.axes([0, 0, z]), high), colour);
    return [solid(top - thickness, thickness - finish, lower), solid(top - finish, finish, upper)];
  }
  return {
    slab(spec) {
      const { key, name, kind, storey, plan, holes = [], layers } = spec;
      const thickness = layers.reduce((sum, { thicknessM }) => sum + thicknessM, 0);
      const slab = product('IFCSLAB', {
        ...{ key, name, placement: place(storey.placement, [0, 0, 0]) },
        shape: geometry.shape(geometry.solids(layersOf(spec))),
        own: [undefined, enumeration(kind)],
      });
      put(slab, storey, spec.whole);
      const set = kit.layerSet(`${name} ${Math.round(thickness * 1000)}`, [...layers].reverse());
      kit.give(kit.layerUse(set, 'slab', thickness), slab);
      kit.classify('DIN 276', kind === 'ROOF' ? '361' : kind === 'BASESLAB' ? '322' : '351', slab);
      const area = areaOf(plan) - holes.reduce((sum, hole) => sum + Math.abs(areaOf(hole)), 0);
      kit.describe(
        {
          Pset_SlabCommon: {
            Reference: identifier(name),
            LoadBearing: said(true),
            IsExternal: said(kind === 'ROOF' || kind === 'BASESLAB'),
            ...(spec.fireRating && { FireRating: label(spec.fireRating) }),
          },
        },
        slab,
      );
      kit.measure(
        'Qto_SlabBaseQuantities',
        {
          Width: thickness,
          Perimeter: perimeterOf(plan),
          GrossArea: areaOf(plan),
          NetArea: area,
          GrossVolume: areaOf(plan) * thickness,
          NetVolume: area * thickness,
        },
        slab,
      );
      return slab;
    },
    element(spec) {
      const { entity, predefined, key, name, objectType, within, parts, own, sets } = spec;
      const kind = enumeration(predefined);
      const made = product(entity, {
        ...{ key, name, objectType, placement: place(within.placement, [0, 0, 0]) },
        shape: geometry.shape(geometry.solids(parts.map((part) => solidOf(part, geometry, kit)))),
        own: [undefined, ...(own?.(kind) ?? [kind])],
      });
      put(made, within, spec.whole);
      kit.give(kit.material(spec.material), made);
      kit.classify('DIN 276', spec.cost, made);
      if (sets) kit.describe(sets, made);
      return made;
    },
    assembly(entity, kind, key, name, within) {
      const made = product(entity, {
        ...{ key, name, placement: place(within.placement, [0, 0, 0]), shape: undefined },
        own: [undefined, enumeration(kind)],
      });
      relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', within, made);
      return made;
    },
  };
}
