// Metal on top of parapets.

import type { Kit } from './kit.ts';
import type { Storey } from './model.ts';
import { box, type Part } from './parts.ts';
import type { Rect } from './place.ts';

export type Side = 'south' | 'east' | 'north' | 'west';

export interface CopingSpec {
  readonly key: string;
  readonly name: string;
  readonly storey: Storey;
  /** Outer faces of the walls, and how thick these are. */
  readonly around: Rect;
  readonly wallM: number;
  readonly sides: readonly Side[];
  /** Over the storey's floor. */
  readonly top: number;
}

const OVERHANG_M = 0.03;

export function coping(
  kit: Kit,
  { key, name, storey, around, wallM, sides, top }: CopingSpec,
): void {
  const { x0, y0, x1, y1 } = around;
  const wide = wallM + 2 * OVERHANG_M;
  const [left, front] = [x0 - OVERHANG_M, y0 - OVERHANG_M];
  const [long, deep] = [x1 - x0 + 2 * OVERHANG_M, y1 - y0 + 2 * OVERHANG_M];
  const strip = (x: number, y: number, along: number, across: number): Part =>
    box('claddingDark', x, y, top, along, across, 0.04);
  const strips: Readonly<Record<Side, Part>> = {
    south: strip(left, front, long, wide),
    north: strip(left, y1 + OVERHANG_M - wide, long, wide),
    west: strip(left, front + wide, wide, deep - 2 * wide),
    east: strip(x1 + OVERHANG_M - wide, front + wide, wide, deep - 2 * wide),
  };
  kit.element({
    ...{ entity: 'IFCCOVERING', predefined: 'ROOFING', key, name, within: storey },
    ...{ material: 'aluminium', cost: '361', parts: sides.map((side) => strips[side]) },
  });
}
