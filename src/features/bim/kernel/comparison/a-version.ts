// Builds the tables of a small model for tests: `aVersion('old').with('door', { … }).build()`.

import { BIM_ELEMENTS, NONE_U16, NONE_U32, parseBimElements } from '#contract/bim-elements.ts';
import { formatBinaryTable } from '#contract/binary-table.ts';
import { disciplineIds } from '#model/discipline.ts';
import { ModelData } from '../model-data.ts';

export interface Thing {
  readonly class?: string;
  readonly name?: string;
  /** Least and greatest corner, m; without: no shape. */
  readonly box?: readonly [readonly number[], readonly number[]];
  readonly triangles?: number;
  readonly geometryHash?: number;
  readonly propertyHash?: number;
  readonly discipline?: (typeof disciplineIds)[number];
  /** GlobalId of what holds it, added before. */
  readonly parent?: string;
}

export class VersionBuilder {
  readonly #id: string;
  readonly #base: number;
  readonly #things: (Thing & { readonly id: string })[] = [];

  constructor(id: string, base = 0) {
    this.#id = id;
    this.#base = base;
  }

  with(id: string, thing: Thing = {}): this {
    this.#things.push({ id, ...thing });
    return this;
  }

  build(): ModelData {
    const things = this.#things;
    const count = things.length;
    const classes = [...new Set(things.map(({ class: name = 'IfcWall' }) => name))];
    const rows = (values: (thing: Thing & { readonly id: string }) => number) =>
      things.map((thing) => values(thing));
    const corner = (at: 0 | 1) =>
      Float32Array.from(things.flatMap(({ box }) => box?.[at] ?? [NaN, NaN, NaN]));
    const hash = (name: 'geometryHash' | 'propertyHash') =>
      Uint32Array.from(things.flatMap((thing) => [thing[name] ?? 1, 0]));
    const buffer = formatBinaryTable(BIM_ELEMENTS, {
      expressId: Uint32Array.from({ length: count }, (_, row) => row + 1),
      globalId: things.map(({ id }) => id),
      name: things.map(({ name = '', id }) => name || id),
      label: things.map(() => ''),
      objectType: things.map(() => ''),
      class: Uint16Array.from(rows(({ class: name = 'IfcWall' }) => classes.indexOf(name))),
      classes,
      parent: Uint32Array.from(
        rows(({ parent }) => (parent ? things.findIndex(({ id }) => id === parent) : NONE_U32)),
      ),
      subtreeEnd: Uint32Array.from({ length: count }, (_, row) => row + 1),
      storey: new Uint16Array(count).fill(NONE_U16),
      discipline: Uint8Array.from(
        rows(({ discipline = 'architecture' }) => disciplineIds.indexOf(discipline)),
      ),
      type: new Uint32Array(count).fill(NONE_U32),
      types: [],
      typeGlobalId: [],
      material: new Uint16Array(count).fill(NONE_U16),
      materials: [],
      outcome: Uint8Array.from(rows(({ box }) => (box ? 0 : 1))),
      outcomes: ['mesh', 'no representation'],
      triangles: Uint32Array.from(rows(({ box, triangles = 12 }) => (box ? triangles : 0))),
      least: corner(0),
      greatest: corner(1),
      geometryHash: hash('geometryHash'),
      propertyHash: hash('propertyHash'),
      groupName: [],
      groupKind: [],
      groupGlobalId: [],
      groupFirst: new Uint32Array(1),
      groupMembers: new Uint32Array(),
    }).buffer;
    return new ModelData(this.#id, this.#base, parseBimElements(buffer, 'elements.bin'), []);
  }
}

export const aVersion = (id: string, base = 0) => new VersionBuilder(id, base);
