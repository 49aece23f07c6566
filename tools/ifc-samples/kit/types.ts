// Types with a shape of their own and their occurrences: each occurrence is the type's shape, mapped.

import { enumeration, type Ref, type Value } from '../step/step-file.ts';
import type { Facts, PropertySets, Quantities } from './facts.ts';
import type { Finishes, MaterialName } from './finishes.ts';
import type { Entity, Model, Product } from './model.ts';
import { type Part, solidOf } from './parts.ts';
import type { XYZ } from './place.ts';

export interface TypeSpec {
  /** Of its occurrences, e.g. `IFCPUMP`; the type's is the same with TYPE behind it. */
  readonly entity: string;
  readonly name: string;
  readonly description?: string;
  readonly predefined: string;
  readonly parts: readonly Part[];
  readonly material: MaterialName;
  /** DIN 276. */
  readonly cost: string;
  readonly sets?: PropertySets;
  /** Said of each occurrence. */
  readonly common?: PropertySets;
  readonly quantities?: { readonly set: string; readonly values: Quantities };
  /** Where the class has more values than the predefined type: of the type before and after it. */
  readonly typeOwn?: (predefined: Value) => readonly Value[];
  readonly own?: (predefined: Value) => readonly Value[];
}

export interface ItemType extends Entity {
  readonly spec: TypeSpec;
  readonly map: Ref;
}

export interface Placed {
  readonly key: string;
  readonly name: string;
  readonly tag?: string;
  /** The room or storey that it is in. */
  readonly within: Product;
  readonly at: XYZ;
  readonly turnDeg?: number;
  readonly sets?: PropertySets;
}

export interface Types {
  readonly type: (spec: TypeSpec) => ItemType;
  readonly put: (type: ItemType, placed: Placed) => Product;
  /** An occurrence on a placement of its own, in nothing yet. */
  readonly occurrence: (
    type: ItemType,
    key: string,
    name: string,
    placement: Ref,
    tag?: string,
  ) => Product;
}

/** x of what is turned by so many degrees. */
export const turned = (degrees = 0): readonly [number, number] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];

export function createTypes(model: Model, finishes: Finishes, facts: Facts): Types {
  const { geometry, object, product, relate, place } = model;
  const known = new Map<string, ItemType>();

  function type(spec: TypeSpec): ItemType {
    const key = `type ${spec.entity} ${spec.name}`;
    const found = known.get(key);
    if (found) return found;
    const map = geometry.map(spec.parts.map((part) => solidOf(part, geometry, finishes)));
    const predefined = enumeration(spec.predefined);
    const elementType =
      spec.predefined === 'USERDEFINED' ? (spec.description ?? spec.name) : undefined;
    const sets = spec.sets && facts.sets(spec.sets);
    const entity = object(
      ...([`${spec.entity}TYPE`, key, spec.name, spec.description] as const),
      ...[undefined, sets, [map], undefined, elementType],
      ...(spec.typeOwn?.(predefined) ?? [predefined]),
    );
    finishes.give(finishes.material(spec.material), entity);
    facts.classify('DIN 276', spec.cost, entity);
    const made = { ...entity, spec, map };
    known.set(key, made);
    return made;
  }
  function occurrence(of: ItemType, key: string, name: string, placement: Ref, tag?: string) {
    const { entity, predefined, own } = of.spec;
    const made = product(entity, {
      ...{ key, name, placement, objectType: of.name },
      shape: geometry.shape(geometry.mapped(of.map)),
      own: [tag, ...(own?.(enumeration(predefined)) ?? [enumeration(predefined)])],
    });
    relate('IFCRELDEFINESBYTYPE', of, made);
    const { common, quantities } = of.spec;
    if (common) facts.describe(common, made);
    if (quantities) facts.measure(quantities.set, quantities.values, made);
    return made;
  }
  return {
    type,
    occurrence,
    put(of, { key, name, tag, within, at, turnDeg, sets }) {
      const placement = place(within.placement, at, turned(turnDeg));
      const made = occurrence(of, key, name, placement, tag);
      relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', within, made);
      if (sets) facts.describe(sets, made);
      return made;
    },
  };
}
