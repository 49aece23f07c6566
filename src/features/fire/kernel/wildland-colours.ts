// Colours of maps of wildland fire, for globe and legend alike; classes are those of `WildlandFrame.limits`.

import type { WildlandMap } from '../contract/wildland.ts';

/** The earliest is the darkest. */
const early = ['#3b0f5c', '#722180', '#b0397a', '#e35a63', '#f98f62', '#fdc689', '#fcf0c3'];
const heats = ['#f6efcf', '#f6d689', '#f0a94f', '#d96a31', '#a02b30', '#5f1533'];
const purples = ['#e9e3f1', '#c9bbe0', '#a78fcb', '#8460b1', '#5f3391', '#3b1266'];
/** Told apart by lightness as well as hue; codes take turns. */
const kinds = [
  '#dcd27a',
  '#a6c36f',
  '#5f9e6e',
  '#c78f4e',
  '#8d6a4f',
  '#4f7f86',
  '#d9b38c',
  '#7a8f3c',
];

/** One a class, the lowest value first; `count`: of classes. */
export function wildlandColours(map: WildlandMap, count: number): readonly string[] {
  const from = { arrival: early, 'burn-probability': purples, fuel: kinds }[map as string] ?? heats;
  const last = from.length - 1;
  return Array.from({ length: count }, (_, at) =>
    from === kinds
      ? (kinds[at % kinds.length] ?? '')
      : (from[count === 1 ? last : Math.round((at * last) / (count - 1))] ?? ''),
  );
}
