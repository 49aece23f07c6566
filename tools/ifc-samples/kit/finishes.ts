// Colours of what is seen, and materials with the layers that walls and slabs are built of.

import { enumeration, type Ref, type Value } from '../step/step-file.ts';
import type { Entity, Model } from './model.ts';

/** sRGB of 0–255 and, where one looks through it, the share of light that passes. */
const colours = {
  brick: [158, 74, 58],
  brickDark: [122, 58, 48],
  concrete: [186, 184, 178],
  concreteDark: [132, 132, 130],
  plaster: [238, 235, 228],
  plasterWarm: [229, 216, 192],
  cladding: [214, 218, 220],
  claddingDark: [84, 92, 98],
  floor: [176, 172, 164],
  floorBlue: [122, 148, 164],
  floorGreen: [140, 158, 130],
  tiles: [222, 226, 226],
  wood: [186, 146, 98],
  woodDark: [122, 88, 60],
  steel: [140, 146, 152],
  steelDark: [70, 76, 82],
  galvanised: [192, 198, 202],
  aluminium: [168, 172, 176],
  frame: [62, 68, 74],
  glass: [150, 190, 208, 0.68],
  glassMilk: [222, 232, 236, 0.45],
  signalRed: [186, 30, 34],
  signalYellow: [240, 196, 36],
  safetyGreen: [30, 140, 74],
  white: [246, 246, 244],
  black: [34, 35, 37],
  roof: [108, 106, 102],
  gravel: [150, 146, 138],
  asphalt: [92, 92, 94],
  fabric: [92, 116, 140],
  fabricGreen: [96, 140, 116],
  pipeBlue: [46, 112, 178],
  pipeGreen: [50, 138, 92],
  pipeGrey: [128, 132, 136],
  copper: [184, 116, 72],
  light: [255, 250, 226],
  water: [72, 128, 150, 0.4],
  space: [120, 170, 220, 0.75],
} satisfies Readonly<Record<string, readonly number[]>>;
export type Colour = keyof typeof colours;

export const materials = {
  brick: ['Vormauerziegel', 'brick', 'brick'],
  brickwork: ['Kalksandstein', 'masonry', 'plaster'],
  concrete: ['Stahlbeton C30/37', 'concrete', 'concrete'],
  screed: ['Zementestrich', 'screed', 'floor'],
  insulation: ['Mineralwolle WLG 035', 'insulation', 'signalYellow'],
  plaster: ['Gipsputz', 'plaster', 'plaster'],
  plasterboard: ['Gipskarton', 'gypsum', 'plaster'],
  roofing: ['Bitumenbahn', 'bitumen', 'roof'],
  panel: ['Sandwichpaneel Stahl', 'steel', 'cladding'],
  steel: ['Stahl S235', 'steel', 'steel'],
  galvanised: ['Stahl verzinkt', 'steel', 'galvanised'],
  stainless: ['Edelstahl 1.4301', 'steel', 'aluminium'],
  aluminium: ['Aluminium', 'aluminium', 'aluminium'],
  glass: ['Isolierglas', 'glass', 'glass'],
  wood: ['Holz', 'wood', 'wood'],
  plastic: ['Kunststoff', 'plastic', 'white'],
  castIron: ['Gusseisen', 'iron', 'steelDark'],
  copper: ['Kupfer', 'copper', 'copper'],
  asphalt: ['Asphalt', 'asphalt', 'asphalt'],
  textile: ['Textil', 'textile', 'fabric'],
} as const satisfies Readonly<Record<string, readonly [string, string, Colour]>>;
export type MaterialName = keyof typeof materials;

export interface Layer {
  readonly material: MaterialName;
  readonly thicknessM: number;
}

export interface Finishes {
  /** The solid with its colour. */
  readonly paint: (solid: Ref, colour: Colour) => Ref;
  readonly material: (name: MaterialName) => Ref;
  readonly layerSet: (name: string, layers: readonly Layer[]) => Ref;
  /** How a wall or slab lies in its layers: across its axis, or upwards from its lower face. */
  readonly layerUse: (set: Ref, of: 'wall' | 'slab', thicknessM: number) => Ref;
  readonly give: (material: Ref, ...to: Entity[]) => void;
}

export function createFinishes({ file, associate }: Model): Finishes {
  const { share } = file;

  function styleOf(name: Colour): Ref {
    const [red = 0, green = 0, blue = 0, transparency = 0] = colours[name];
    const part = (value: number) => value / 255;
    const colour = share('IFCCOLOURRGB', undefined, part(red), part(green), part(blue));
    const shading: Value[] = [colour, transparency, ...Array.from({ length: 6 }, () => undefined)];
    const rendering = share(
      ...(['IFCSURFACESTYLERENDERING', ...shading, enumeration('NOTDEFINED')] as const),
    );
    return share('IFCSURFACESTYLE', name, enumeration('BOTH'), [rendering]);
  }
  const material = (name: MaterialName): Ref => {
    const [label, category] = materials[name];
    return share('IFCMATERIAL', label, undefined, category);
  };
  return {
    material,
    paint(solid, colour) {
      file.add('IFCSTYLEDITEM', solid, [styleOf(colour)], undefined);
      return solid;
    },
    layerSet: (name, layers) =>
      share(
        'IFCMATERIALLAYERSET',
        layers.map(({ material: of, thicknessM }) =>
          share(
            ...(['IFCMATERIALLAYER', material(of), thicknessM, undefined] as const),
            ...[materials[of][0], undefined, undefined, undefined],
          ),
        ),
        ...[name, undefined],
      ),
    layerUse: (set, of, thicknessM) =>
      share(
        ...([
          'IFCMATERIALLAYERSETUSAGE',
          set,
          enumeration(of === 'wall' ? 'AXIS2' : 'AXIS3'),
        ] as const),
        ...[enumeration('POSITIVE'), of === 'wall' ? -thicknessM / 2 : 0, undefined],
      ),
    give: (what, ...to) =>
      associate('IFCRELASSOCIATESMATERIAL', what, `material ${what.id}`, ...to),
  };
}
