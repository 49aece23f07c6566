// Walls of layers with openings, and what fills them.

import { enumeration } from '../step/step-file.ts';
import { type Facts, identifier, label, said, transmittance } from './facts.ts';
import type { Colour, Finishes, Layer } from './finishes.ts';
import type { Entity, Model, Product, Storey } from './model.ts';
import type { XY } from './place.ts';
import type { ItemType, Types } from './types.ts';

export interface WallType {
  readonly name: string;
  readonly layers: readonly Layer[];
  /** What is seen: on the left of its run from start to end, and on the right. */
  readonly left: Colour;
  readonly right: Colour;
  readonly isExternal: boolean;
  readonly isLoadBearing: boolean;
  /** e.g. `REI 90`; empty where none is asked for. */
  readonly fireRating: string;
  readonly transmittance?: number;
}

export interface Opening {
  readonly key: string;
  /** Of its nearer jamb from the wall's start, m. */
  readonly at: number;
  readonly sill?: number;
  readonly width: number;
  readonly height: number;
  /** What fills it; undefined: nothing. */
  readonly fill?: { readonly type: ItemType; readonly name: string; readonly tag?: string };
}

export interface WallSpec {
  readonly key: string;
  readonly name: string;
  readonly type: WallType;
  readonly storey: Storey;
  /** Ends of its middle line. */
  readonly from: XY;
  readonly to: XY;
  /** Of its foot over the storey, m. */
  readonly foot?: number;
  readonly height: number;
  readonly openings?: readonly Opening[];
}

export interface Walls {
  readonly wall: (spec: WallSpec) => { readonly wall: Product; readonly fills: readonly Product[] };
}

export const thicknessOf = ({ layers }: WallType): number =>
  layers.reduce((sum, { thicknessM }) => sum + thicknessM, 0);

const CLEAR_M = 0.05;

export function createWalls(model: Model, kit: Finishes & Facts & Types): Walls {
  const { geometry, product, object, relate, place, file, globalId, history } = model;
  const types = new Map<string, Entity>();

  function typeOf(type: WallType): Entity {
    const found = types.get(type.name);
    if (found) return found;
    const made = object(
      ...(['IFCWALLTYPE', `wall type ${type.name}`, type.name, undefined] as const),
      ...[undefined, undefined, undefined, undefined, undefined, enumeration('SOLIDWALL')],
    );
    kit.give(kit.layerSet(type.name, type.layers), made);
    types.set(type.name, made);
    return made;
  }
  /** Two leaves, so that each side has its colour; the right one turns round both ends, as bricks do at a corner. */
  function leaves(type: WallType, length: number, height: number) {
    const half = thicknessOf(type) / 2;
    const up = (corners: readonly XY[], colour: Colour) =>
      kit.paint(
        geometry.extrude(geometry.polygon(corners), geometry.axes([0, 0, 0]), height),
        colour,
      );
    const block = (from: number, to: number, y: number): XY[] => [
      ...([
        [from, y],
        [to, y],
      ] as const),
      ...([
        [to, half],
        [from, half],
      ] as const),
    ];
    if (type.left === type.right) return [up(block(0, length, -half), type.left)];
    const skin = type.layers.at(-1)?.thicknessM ?? half;
    const y = -half + skin;
    const outside: XY[] = [
      ...([
        [0, half],
        [0, -half],
        [length, -half],
        [length, half],
      ] as const),
      ...([
        [length - skin, half],
        [length - skin, y],
        [skin, y],
        [skin, half],
      ] as const),
    ];
    return [up(outside, type.right), up(block(skin, length - skin, y), type.left)];
  }
  function cut(wall: Product, thickness: number, opening: Opening, storey: Storey) {
    const { key, at, sill = 0, width, height, fill } = opening;
    const placement = place(wall.placement, [at, 0, sill]);
    const deep = thickness + 2 * CLEAR_M;
    // A door's opening reaches below the floor's edge, so that no sliver of wall stays.
    const solid = geometry.box([0, -deep / 2, 0], [width, deep, height]);
    const hole = product('IFCOPENINGELEMENT', {
      ...{ key: `${key} opening`, name: `Öffnung ${key}`, placement },
      shape: geometry.shape(geometry.solids([solid])),
      own: [undefined, enumeration('OPENING')],
    });
    const join = (kind: string, one: Product, other: Product) =>
      file.add(kind, globalId(`${kind} ${key}`), history, undefined, undefined, one.ref, other.ref);
    join('IFCRELVOIDSELEMENT', wall, hole);
    if (!fill) return [];
    const filling = kit.occurrence(
      ...([fill.type, key, fill.name, place(placement, [width / 2, 0, 0]), fill.tag] as const),
    );
    join('IFCRELFILLSELEMENT', hole, filling);
    relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', storey, filling);
    return [filling];
  }
  return {
    wall({ key, name, type, storey, from, to, foot = 0, height, openings = [] }) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const along: XY = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      const thickness = thicknessOf(type);
      for (const { key: opening, at, width, sill = 0, height: high } of openings) {
        if (at < 0 || at + width > length + 1e-9 || sill + high > height + 1e-9)
          throw new Error(`Opening ${opening} doesn't lie in wall ${key} of ${length} m.`);
      }
      const wall = product('IFCWALL', {
        ...{ key, name, objectType: type.name },
        placement: place(storey.placement, [from[0], from[1], foot], along),
        shape: geometry.shape(
          geometry.axisLine([
            [0, 0],
            [length, 0],
          ]),
          geometry.solids(leaves(type, length, height)),
        ),
        own: [undefined, enumeration('SOLIDWALL')],
      });
      relate('IFCRELCONTAINEDINSPATIALSTRUCTURE', storey, wall);
      relate('IFCRELDEFINESBYTYPE', typeOf(type), wall);
      kit.give(kit.layerUse(kit.layerSet(type.name, type.layers), 'wall', thickness), wall);
      kit.classify('DIN 276', costOf(type), wall);
      kit.describe({ Pset_WallCommon: commonOf(type) }, wall);
      const open = openings.reduce((sum, one) => sum + one.width * one.height, 0);
      kit.measure('Qto_WallBaseQuantities', quantitiesOf(length, height, thickness, open), wall);
      return { wall, fills: openings.flatMap((one) => cut(wall, thickness, one, storey)) };
    },
  };
}

const costOf = ({ isExternal, isLoadBearing }: WallType): string =>
  isExternal ? (isLoadBearing ? '331' : '332') : isLoadBearing ? '341' : '342';

const commonOf = (type: WallType) => ({
  Reference: identifier(type.name),
  LoadBearing: said(type.isLoadBearing),
  IsExternal: said(type.isExternal),
  ...(type.fireRating && { FireRating: label(type.fireRating) }),
  ...(type.transmittance !== undefined && {
    ThermalTransmittance: transmittance(type.transmittance),
  }),
});

const quantitiesOf = (length: number, height: number, thickness: number, open: number) => ({
  Length: length,
  Width: thickness,
  Height: height,
  GrossSideArea: length * height,
  NetSideArea: length * height - open,
  GrossVolume: length * height * thickness,
  NetVolume: (length * height - open) * thickness,
});
