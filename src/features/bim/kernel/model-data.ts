// An open model as the kernel computes with it: its tables, and what is costly to find out kept.

import { type BimElements, NONE_U16, NONE_U32 } from '#contract/bim-elements.ts';
import type { BimModel } from '#contract/bim-model.ts';
import type { TextList } from '#contract/binary-table.ts';
import { disciplineIds } from '#model/discipline.ts';

/** Parts of space and site, not things that are built or installed. */
const SPATIAL =
  /^Ifc(Project|Site|Building|BuildingStorey|Space|SpatialZone|ExternalSpatial\w*|Facility\w*|Bridge|BridgePart|Road|RoadPart|Railway|RailwayPart|MarineFacility|MarinePart|Tunnel|TunnelPart)$/;
const ROOM = /^Ifc(Space|SpatialZone|ExternalSpatial\w*)$/;

const SPACE = disciplineIds.indexOf('space');

export class ModelData {
  readonly id: string;
  /** Index of its first element among those of all open models. */
  readonly base: number;
  readonly elements: BimElements;
  readonly storeys: BimModel['storeys'];
  readonly classNames: readonly string[];
  readonly typeNames: readonly string[];
  readonly typeIds: readonly string[];
  readonly materialNames: readonly string[];
  readonly groups: readonly Group[];
  readonly #isSpatialClass: readonly boolean[];
  readonly #isRoomClass: readonly boolean[];
  #rowOf: ReadonlyMap<string, number> | undefined;
  #meshesBefore: Uint32Array | undefined;
  #containerOf: Uint32Array | undefined;

  constructor(id: string, base: number, elements: BimElements, storeys: BimModel['storeys']) {
    this.id = id;
    this.base = base;
    this.elements = elements;
    this.storeys = storeys;
    this.classNames = textsOf(elements.classes);
    this.typeNames = textsOf(elements.types);
    this.typeIds = textsOf(elements.typeGlobalId);
    this.materialNames = textsOf(elements.materials);
    const kinds = textsOf(elements.groupKind);
    const ids = textsOf(elements.groupGlobalId);
    this.groups = textsOf(elements.groupName).map((name, at) => ({
      name,
      kind: kinds[at] ?? '',
      globalId: ids[at] ?? '',
      members: elements.groupMembers.subarray(elements.groupFirst[at], elements.groupFirst[at + 1]),
    }));
    this.#isSpatialClass = this.classNames.map((name) => SPATIAL.test(name));
    this.#isRoomClass = this.classNames.map((name) => ROOM.test(name));
  }

  get count(): number {
    return this.elements.count;
  }

  /** Row of the element with this GlobalId. */
  rowOf(globalId: string): number | undefined {
    this.#rowOf ??= new Map(textsOf(this.elements.globalId).map((id, row) => [id, row]));
    return this.#rowOf.get(globalId);
  }

  hasMesh(row: number): boolean {
    return this.elements.outcome[row] === 0;
  }

  /** Geometry of a room, which is only shown when asked for. */
  isRoomVolume(row: number): boolean {
    return this.elements.discipline[row] === SPACE;
  }

  /** A room or another part of space, in the tree a thing among the others of its storey. */
  isRoom(row: number): boolean {
    return this.#isRoomClass[this.elements.class[row]!] ?? false;
  }

  isSpatial(row: number): boolean {
    return this.#isSpatialClass[this.elements.class[row]!] ?? false;
  }

  className(row: number): string {
    return this.classNames[this.elements.class[row]!] ?? '';
  }

  /** The row's parts, itself left out, end before this row. */
  endOf(row: number): number {
    return this.elements.subtreeEnd[row]!;
  }

  /** How many of the rows before this one have a mesh: the difference of two counts what lies between. */
  get meshesBefore(): Uint32Array {
    this.#meshesBefore ??= countBefore(this.count, (row) => this.hasMesh(row));
    return this.#meshesBefore;
  }

  /**
   * Of each thing that stands on its own: the storey it is on, else the nearest site, building or part of one;
   * NONE_U32 for parts of other things, and for what contains.
   */
  get containerOf(): Uint32Array {
    this.#containerOf ??= findContainers(this);
    return this.#containerOf;
  }

  /** Row of the storey in the element table that a row is on; undefined outside of any. */
  storeyRowOf(row: number): number | undefined {
    const storey = this.elements.storey[row]!;
    return storey === NONE_U16 ? undefined : this.storeys[storey]?.element;
  }
}

export interface Group {
  readonly name: string;
  /** `system`, `zone`, `group` or `classification`. */
  readonly kind: string;
  readonly globalId: string;
  /** Rows, ascending. */
  readonly members: Uint32Array;
}

export const textsOf = (list: TextList): readonly string[] =>
  Array.from({ length: list.count }, (_, at) => list.at(at));

/** For each row how many before it meet the condition, and how many in all at the end. */
export function countBefore(count: number, isMet: (row: number) => boolean): Uint32Array {
  const before = new Uint32Array(count + 1);
  for (let row = 0; row < count; row++) before[row + 1] = before[row]! + Number(isMet(row));
  return before;
}

/** A container is what rooms, storeys, buildings hold together; rooms are things on their storey. */
function findContainers(data: ModelData): Uint32Array {
  const { count, elements } = data;
  const containers = new Uint32Array(count).fill(NONE_U32);
  // What things directly below a row are in; NONE_U32 below a thing that stands on its own.
  const inner = new Uint32Array(count).fill(NONE_U32);
  for (let row = 0; row < count; row++) {
    const parent = elements.parent[row]!;
    const around = parent === NONE_U32 ? NONE_U32 : inner[parent]!;
    if (!data.isSpatial(row)) {
      containers[row] = around;
    } else if (data.isRoom(row)) {
      containers[row] = around;
      inner[row] = around;
    } else {
      inner[row] = row;
      // Terrain that a site has as its own shape, a bridge drawn as one.
      if (data.hasMesh(row)) containers[row] = row;
    }
  }
  return containers;
}
