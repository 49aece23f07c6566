// Windows as types: frame, mullions, panes, sill; x from the middle of the opening, y from the middle of the wall.

import { enumeration, type Value } from '../step/step-file.ts';
import { type Fact, identifier, label, said, transmittance } from './facts.ts';
import type { Colour } from './finishes.ts';
import { box, type Part, square } from './parts.ts';
import type { TypeSpec } from './types.ts';

export interface WindowSpec {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly columns?: number;
  /** Heights at which a bar crosses, m over the sill. */
  readonly bars?: readonly number[];
  readonly frame?: Colour;
  readonly glass?: Colour;
  /** Of the middle of its frame over the middle of the wall, towards −y. */
  readonly outwards?: number;
  /** A sill of metal before it. */
  readonly sill?: boolean;
  readonly fireRating?: string;
  readonly isExternal?: boolean;
}

/** IfcWindowTypePartitioningEnum by columns. */
const partitions: readonly (string | undefined)[] = [
  ...[undefined, 'SINGLE_PANEL', 'DOUBLE_PANEL_VERTICAL', 'TRIPLE_PANEL_VERTICAL'],
];
const FRAME_M = 0.06;
const DEPTH_M = 0.08;

export function window(spec: WindowSpec): TypeSpec {
  const { name, width, height, columns = 1, bars = [], frame = 'frame', glass = 'glass' } = spec;
  const { outwards = 0, sill = true, isExternal = true, fireRating } = spec;
  const y = -outwards;
  const left = -width / 2;
  const pitch = (width - FRAME_M) / columns;
  const rows = [0, ...bars, height];
  const panes = Array.from({ length: columns }, (_, column) =>
    rows.slice(1).map((top, row) => {
      const low = (rows[row] ?? 0) + (row === 0 ? FRAME_M : FRAME_M / 2);
      const high = top - (top === height ? FRAME_M : FRAME_M / 2);
      return square(left + FRAME_M + column * pitch, low, pitch - FRAME_M, high - low);
    }),
  ).flat();
  const parts: Part[] = [
    {
      ...{ colour: frame, plate: square(left, 0, width, height), holes: panes },
      ...{ y: y - DEPTH_M / 2, thick: DEPTH_M },
    },
    ...panes.map((plate): Part => ({ colour: glass, plate, y: y - 0.012, thick: 0.024 })),
    ...(sill ? [box('aluminium', left, y - 0.24, -0.001, width, 0.2, 0.02)] : []),
  ];
  const common: Record<string, Fact> = {
    Reference: identifier(name),
    IsExternal: said(isExternal),
    ...(fireRating && { FireRating: label(fireRating) }),
    SmokeStop: said(fireRating !== undefined),
    ThermalTransmittance: transmittance(0.95),
    GlazingAreaFraction: { written: 'IFCPOSITIVERATIOMEASURE(0.8)' },
  };
  const kind = enumeration(partitions[columns] ?? 'NOTDEFINED');
  return {
    ...{ entity: 'IFCWINDOW', name, predefined: 'WINDOW', parts },
    own: (predefined: Value) => [height, width, predefined, kind, undefined],
    typeOwn: (predefined) => [predefined, kind, undefined, undefined],
    ...{ material: 'glass', cost: isExternal ? '334' : '344' },
    common: { Pset_WindowCommon: common },
    quantities: {
      set: 'Qto_WindowBaseQuantities',
      values: {
        Width: width,
        Height: height,
        Perimeter: 2 * (width + height),
        Area: width * height,
      },
    },
  };
}
