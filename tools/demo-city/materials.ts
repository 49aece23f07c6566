// The colours of the town, as CityJSON materials (diffuse, 0 … 1).

const hex = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16) / 255,
  Number.parseInt(colour.slice(3, 5), 16) / 255,
  Number.parseInt(colour.slice(5, 7), 16) / 255,
];

export const materials = {
  'plaster-cream': hex('#e9dfc8'),
  'plaster-white': hex('#efece4'),
  'plaster-ochre': hex('#dcc08c'),
  'plaster-rose': hex('#dcb4a2'),
  'plaster-sage': hex('#c3cbb2'),
  'plaster-blue': hex('#b9c7d1'),
  'brick-red': hex('#a9624c'),
  'brick-dark': hex('#864c3e'),
  'brick-yellow': hex('#cdb184'),
  concrete: hex('#c5c4bf'),
  glass: hex('#8fa9b8'),
  'glass-dark': hex('#5f7888'),
  metal: hex('#b7bdc1'),
  'metal-blue': hex('#7f97a8'),
  'tile-red': hex('#b0583f'),
  'tile-orange': hex('#c06f4c'),
  'tile-brown': hex('#7d5446'),
  slate: hex('#5b6168'),
  copper: hex('#6fa08c'),
  gravel: hex('#a9a8a2'),
  'green-roof': hex('#8fa374'),
  leaf: hex('#6f8f54'),
  'leaf-dark': hex('#55753f'),
  bark: hex('#7a6450'),
} as const;

export type MaterialName = keyof typeof materials;
export const materialNames = Object.keys(materials) as readonly MaterialName[];
