// What a layer of a city's GIS may say of pipes and nodes, in the words of the schema.

import type { Text } from '#model/text.ts';

export const pipeFields = [
  ...['id', 'fromNode', 'toNode', 'diameter', 'width', 'height', 'wall', 'shape', 'material'],
  ...[
    'installDate',
    'fromInvert',
    'toInvert',
    'cover',
    'length',
    'status',
    'owner',
    'zone',
    'roughness',
  ],
] as const;
export const nodeFields = ['id', 'rim', 'invert', 'depth', 'status', 'owner'] as const;
export type SchemaField = (typeof pipeFields)[number] | (typeof nodeFields)[number];

export const fieldNames: Readonly<Record<SchemaField, Text>> = {
  id: { en: 'Id', zh: '编号' },
  fromNode: { en: 'From node', zh: '起点编号' },
  toNode: { en: 'To node', zh: '终点编号' },
  diameter: { en: 'Inner diameter', zh: '内径' },
  width: { en: 'Width', zh: '宽度' },
  height: { en: 'Height', zh: '高度' },
  wall: { en: 'Wall', zh: '壁厚' },
  shape: { en: 'Shape', zh: '断面形状' },
  material: { en: 'Material', zh: '管材' },
  installDate: { en: 'Year laid', zh: '敷设年份' },
  fromInvert: { en: 'Upstream invert', zh: '上游管底标高' },
  toInvert: { en: 'Downstream invert', zh: '下游管底标高' },
  cover: { en: 'Cover', zh: '覆土深度' },
  length: { en: 'Length', zh: '长度' },
  status: { en: 'Status', zh: '状态' },
  owner: { en: 'Owner', zh: '权属' },
  zone: { en: 'Zone', zh: '分区' },
  roughness: { en: 'Roughness', zh: '粗糙系数' },
  rim: { en: 'Rim level', zh: '井口标高' },
  invert: { en: 'Invert level', zh: '井底标高' },
  depth: { en: 'Depth', zh: '井深' },
};

/** Fields that are lengths, and so have a unit. */
export const lengthFields: readonly SchemaField[] = [
  ...([
    'diameter',
    'width',
    'height',
    'wall',
    'fromInvert',
    'toInvert',
    'cover',
    'length',
  ] as const),
  ...(['rim', 'invert', 'depth'] as const),
];

export const lengthUnits = { mm: 1e-3, cm: 1e-2, m: 1, in: 0.0254, ft: 0.3048 } as const;
export type LengthUnit = keyof typeof lengthUnits;
