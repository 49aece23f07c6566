// A model while it is written: project, site, building, storeys; products; what is counted of them.

import { toGlobalId } from '../step/global-id.ts';
import {
  createStepFile,
  enumeration,
  type Ref,
  type StepFile,
  type Value,
} from '../step/step-file.ts';
import { createGeometry, type Geometry } from './geometry.ts';
import type { XY, XYZ } from './place.ts';
import { type ModelSite, trueNorthAt, writeProject } from './project.ts';
import { createRelations, type RelationKind } from './relations.ts';

export interface Entity {
  readonly ref: Ref;
  /** Names it within the model; its GlobalId comes from it. */
  readonly key: string;
  readonly globalId: string;
  readonly name: string;
}

/** What has a place: a site, a storey, a wall, a pump. */
export interface Product extends Entity {
  readonly placement: Ref;
}

export interface Storey extends Product {
  /** Of its floor over the building's ±0.00, m. */
  readonly elevationM: number;
}

/** What runs, and where in the building, m. */
export interface Machine {
  readonly item: Product;
  readonly at: XYZ;
}

export interface ProductSpec {
  readonly key: string;
  readonly name: string | undefined;
  readonly description?: string | undefined;
  readonly objectType?: string | undefined;
  readonly placement: Ref | undefined;
  /** IfcProductDefinitionShape. */
  readonly shape: Ref | undefined;
  /** The class's own values after Representation; an element's begin with its Tag. */
  readonly own: readonly Value[];
}

export interface ModelSpec {
  /** GlobalIds come from it: the same for all versions of a building. */
  readonly id: string;
  /** Of the file, without its ending. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly building: string;
  readonly site: ModelSite;
  /** IfcPostalAddress: street and number. */
  readonly address: string;
  /** ISO 8601; the clock is never read. */
  readonly written: string;
  readonly version: string;
}

export interface Model {
  readonly spec: ModelSpec;
  readonly file: StepFile;
  readonly geometry: Geometry;
  readonly history: Ref;
  readonly project: Ref;
  readonly site: Product;
  readonly building: Product;
  readonly globalId: (key: string) => string;
  readonly place: (relativeTo: Ref | undefined, at: XYZ, along?: XY) => Ref;
  readonly product: <Placement extends Ref | undefined>(
    type: string,
    spec: ProductSpec & { readonly placement: Placement },
  ) => Entity & { readonly placement: Placement };
  /** An object without a place: a type, a system, a zone, a property set. */
  readonly object: (type: string, key: string, name: string, ...own: Value[]) => Entity;
  readonly storey: (key: string, name: string, longName: string, elevationM: number) => Storey;
  readonly relate: (kind: RelationKind, one: Entity, ...many: readonly Entity[]) => void;
  /** For what is no object: a material, a reference to a classification or a document. */
  readonly associate: (kind: RelationKind, one: Ref, key: string, ...many: Entity[]) => void;
  /** Objects written so far by class; products with and without a shape. */
  readonly counts: ReadonlyMap<string, { readonly all: number; readonly withShape: number }>;
  readonly finish: () => string;
}

export function createModel(spec: ModelSpec): Model {
  const file = createStepFile();
  const relations = createRelations();
  const counts = new Map<string, { all: number; withShape: number }>();
  const used = new Map<string, string>();

  function globalId(key: string): string {
    const id = toGlobalId(`${spec.id}/${key}`);
    if (used.has(id)) throw new Error(`${spec.id} has two objects called ${key}.`);
    used.set(id, key);
    return id;
  }
  function count(type: string, withShape: boolean): void {
    const before = counts.get(type) ?? { all: 0, withShape: 0 };
    counts.set(type, {
      all: before.all + 1,
      withShape: before.withShape + (withShape ? 1 : 0),
    });
  }
  const geometry = createGeometry(file, trueNorthAt(spec.site));
  const head = writeProject(file, geometry, spec, globalId);
  for (const type of ['IFCPROJECT', 'IFCSITE', 'IFCBUILDING']) count(type, false);

  const place = (relativeTo: Ref | undefined, at: XYZ, along?: XY): Ref =>
    file.share('IFCLOCALPLACEMENT', relativeTo, geometry.axes(at, along));

  function product<Placement extends Ref | undefined>(
    type: string,
    one: ProductSpec & { readonly placement: Placement },
  ): Entity & { readonly placement: Placement } {
    const { key, name, placement, shape, own } = one;
    const id = globalId(key);
    const ref = file.add(
      ...([type, id, head.history, name, one.description, one.objectType] as const),
      ...[placement, shape, ...own],
    );
    count(type, shape !== undefined);
    return { ref, key, globalId: id, name: name ?? key, placement };
  }
  function object(type: string, key: string, name: string, ...own: Value[]): Entity {
    const id = globalId(key);
    count(type, false);
    return { ref: file.add(type, id, head.history, name, ...own), key, globalId: id, name };
  }
  const relate = (kind: RelationKind, one: Entity, ...many: readonly Entity[]): void =>
    relations.relate(kind, one.ref, one.key, ...many.map(({ ref }) => ref));

  return {
    ...{ spec, file, geometry, counts, globalId, place, product, object, relate, ...head },
    storey(key, name, longName, elevationM) {
      const storey = product('IFCBUILDINGSTOREY', {
        ...{ key, name, shape: undefined },
        placement: place(head.building.placement, [0, 0, elevationM]),
        own: [longName, enumeration('ELEMENT'), elevationM],
      });
      relate('IFCRELAGGREGATES', head.building, storey);
      return { ...storey, elevationM };
    },
    associate: (kind, one, key, ...many) =>
      relations.relate(kind, one, key, ...many.map(({ ref }) => ref)),
    finish() {
      relations.flush((kind, key, values) => {
        file.add(kind, globalId(`${kind} ${key}`), head.history, undefined, undefined, ...values);
      });
      return file.text(headerOf(spec));
    },
  };
}

function headerOf({ file, description, written }: ModelSpec): string[] {
  const program = 'Panopolis ifc-samples';
  return [
    "FILE_DESCRIPTION(('ViewDefinition [ReferenceView_V1.2]'),'2;1');",
    `FILE_NAME('${file}.ifc','${written}',('Stadt Marenholm'),('Hochbauamt Marenholm'),'${program}','${program}','${description}');`,
    "FILE_SCHEMA(('IFC4'));",
  ];
}
