// What a report says of a network, and what could be done about it.

import type { Text } from '#model/text.ts';

export const findingKinds = [
  ...['deadEnd', 'gap', 'adverseSlope', 'duplicate', 'crossing', 'isolatedPart'],
  ...['unknownDiameter', 'unknownMaterial', 'unknownInvert'],
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingNames: Readonly<Record<FindingKind, Text>> = {
  deadEnd: { en: 'Dead ends', zh: '断头' },
  gap: { en: 'Gaps', zh: '间隙' },
  adverseSlope: { en: 'Adverse slopes', zh: '逆坡' },
  duplicate: { en: 'Duplicates', zh: '重复管段' },
  crossing: { en: 'Crossings without a node', zh: '无节点交叉' },
  isolatedPart: { en: 'Isolated parts', zh: '孤立部分' },
  unknownDiameter: { en: 'Unknown diameters', zh: '管径未知' },
  unknownMaterial: { en: 'Unknown materials', zh: '管材未知' },
  unknownInvert: { en: 'Unknown inverts', zh: '管底标高未知' },
};

export const repairKinds = ['snap', 'split', 'cross', 'reverse', 'interpolate', 'drop'] as const;
export type RepairKind = (typeof repairKinds)[number];

export const repairNames: Readonly<Record<RepairKind, Text>> = {
  snap: { en: 'Join the ends', zh: '连接端点' },
  split: { en: 'Split the pipe at the node', zh: '在节点处打断管段' },
  cross: { en: 'Put a node at the crossing', zh: '在交叉处添加节点' },
  reverse: { en: 'Reverse the pipe', zh: '反转管段方向' },
  interpolate: { en: 'Interpolate the inverts', zh: '内插管底标高' },
  drop: { en: 'Leave the second one out', zh: '去除重复管段' },
};

/** A change that a person accepts or refuses; none is made silently. */
export type Repair =
  /** Node `node` gives way to `into`. */
  | { readonly kind: 'snap'; readonly node: string; readonly into: string }
  /** Pipe becomes two that meet at the node. */
  | { readonly kind: 'split'; readonly pipe: string; readonly node: string }
  /** Both pipes become two each, with a new node between them. */
  | { readonly kind: 'cross'; readonly pipes: readonly [string, string] }
  | { readonly kind: 'reverse'; readonly pipe: string }
  | {
      readonly kind: 'interpolate';
      readonly pipe: string;
      readonly fromInvertM: number;
      readonly toInvertM: number;
    }
  | { readonly kind: 'drop'; readonly pipe: string };

export interface NetworkFinding {
  readonly kind: FindingKind;
  readonly table: 'pipes' | 'nodes';
  readonly id: string;
  /** Longitude and latitude, deg. */
  readonly placeDeg: readonly [number, number];
  readonly text: Text;
  readonly repair?: Repair | undefined;
}

export interface ReportOptions {
  /** Ends nearer than this that nothing joins are gaps, m. */
  readonly gapM: number;
}
