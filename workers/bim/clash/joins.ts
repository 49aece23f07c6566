// Which things are meant to meet, so that meeting is no clash.

import { NONE_U32 } from '#contract/bim-elements.ts';
import type { ModelData } from '#features/bim/kernel/model-data.ts';

/** Air, drawings and cut-outs stand in nobody's way. */
const NOT_A_THING =
  /^Ifc(Space|SpatialZone|ExternalSpatial\w*|Opening\w*|VoidingFeature|VirtualElement|Grid|Annotation|Alignment\w*|Referent|Port|DistributionPort|Site|Building|BuildingStorey|Project|StructuralAnalysisModel|Structural\w+(Action|Connection|Member|Reaction))$/;
const WALL = /^Ifc(Wall\w*|CurtainWall)$/;
const FILLING = /^Ifc(Door|Window)\w*$/;
/** What is made to be set into or onto another thing. */
const ATTACHED =
  /^Ifc(Reinforc\w+|Tendon\w*|Fastener|MechanicalFastener|DiscreteAccessory|Covering|ElementAssembly|SurfaceFeature|ProjectionElement)$/;
const HOST =
  /^Ifc(Wall\w*|CurtainWall|Slab\w*|Roof|Beam\w*|Column\w*|Footing|Pile|Plate|Member\w*)$/;

export const isThing = (data: ModelData, row: number): boolean =>
  data.hasMesh(row) && !data.isRoomVolume(row) && !NOT_A_THING.test(data.className(row));

/** Two elements of one model. */
export class Joins {
  readonly #data: ModelData;
  readonly #systemsOf: ReadonlyMap<number, readonly number[]>;

  constructor(data: ModelData) {
    this.#data = data;
    const systemsOf = new Map<number, number[]>();
    for (const [system, { kind, members }] of data.groups.entries()) {
      if (kind !== 'system') continue;
      for (const row of members) {
        const known = systemsOf.get(row);
        if (known) known.push(system);
        else systemsOf.set(row, [system]);
      }
    }
    this.#systemsOf = systemsOf;
  }

  has(a: number, b: number): boolean {
    return (
      this.#isOneAssembly(a, b) ||
      this.#isInSystem(a, b) ||
      this.#isWallJoin(a, b) ||
      this.#isSetIn(a, b) ||
      this.#isSetIn(b, a)
    );
  }

  /** One is part of the other, or both are of a thing that isn't a storey or a building. */
  #isOneAssembly(a: number, b: number): boolean {
    return this.#assemblyOf(a) === this.#assemblyOf(b);
  }

  /** The outermost thing that a row is part of; openings lead to the wall that they are cut from. */
  #assemblyOf(row: number): number {
    const { parent } = this.#data.elements;
    let outermost = row;
    for (let up = parent[row]!; up !== NONE_U32 && !this.#data.isSpatial(up); up = parent[up]!) {
      outermost = up;
    }
    return outermost;
  }

  #isInSystem(a: number, b: number): boolean {
    const systems = this.#systemsOf.get(a) ?? [];
    const others = this.#systemsOf.get(b) ?? [];
    return systems.some((system) => others.includes(system));
  }

  #isWallJoin(a: number, b: number): boolean {
    return (
      this.#isSameDiscipline(a, b) &&
      WALL.test(this.#data.className(a)) &&
      WALL.test(this.#data.className(b))
    );
  }

  #isSetIn(part: number, host: number): boolean {
    const [own, other] = [this.#data.className(part), this.#data.className(host)];
    if (FILLING.test(own)) return HOST.test(other) && this.#isSameDiscipline(part, host);
    return ATTACHED.test(own) && HOST.test(other);
  }

  #isSameDiscipline(a: number, b: number): boolean {
    const { discipline } = this.#data.elements;
    return discipline[a] === discipline[b];
  }
}
