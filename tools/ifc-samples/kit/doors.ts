// Doors as types: frame and leaves in the plane of x and z, x from the middle of the opening, y from the middle
// of the wall.

import { enumeration, type Value } from '../step/step-file.ts';
import { type Fact, identifier, label, said, transmittance } from './facts.ts';
import type { Colour } from './finishes.ts';
import { box, type Part, square } from './parts.ts';
import type { TypeSpec } from './types.ts';

export interface DoorSpec {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly leaves?: 1 | 2;
  readonly leaf: Colour;
  readonly frame?: Colour;
  /** A window in the leaf, or a leaf of glass. */
  readonly glazing?: 'vision' | 'full';
  readonly operation?: string;
  /** e.g. `EI2 30-C5`. */
  readonly fireRating?: string;
  readonly isFireExit?: boolean;
  readonly isExternal?: boolean;
  readonly smokeStop?: boolean;
}

const FRAME_M = 0.06;
const LEAF_M = 0.06;

/** A hinged door. */
export function door(spec: DoorSpec): TypeSpec {
  const { width, height, leaves = 1, frame = 'frame' } = spec;
  const inner = width - 2 * FRAME_M;
  const leafWidth = inner / leaves;
  const left = -width / 2;
  const parts: Part[] = [
    {
      ...{ colour: frame, y: -0.05, thick: 0.1 },
      plate: [
        ...([
          [left, 0],
          [left + FRAME_M, 0],
          [left + FRAME_M, height - FRAME_M],
          [-left - FRAME_M, height - FRAME_M],
        ] as const),
        ...([
          [-left - FRAME_M, 0],
          [-left, 0],
          [-left, height],
          [left, height],
        ] as const),
      ],
    },
  ];
  for (let leaf = 0; leaf < leaves; leaf++) {
    const x = left + FRAME_M + leaf * leafWidth;
    parts.push(...leafParts(spec, x + 0.004, leafWidth - 0.008, height - FRAME_M - 0.01));
  }
  return asType(
    spec,
    parts,
    spec.operation ?? (leaves === 2 ? 'DOUBLE_DOOR_SINGLE_SWING' : 'SINGLE_SWING_LEFT'),
  );
}

function leafParts({ leaf, glazing }: DoorSpec, x: number, width: number, height: number): Part[] {
  const y = -LEAF_M / 2;
  const rim = glazing === 'full' ? 0.09 : width * 0.32;
  const low = glazing === 'full' ? 0.12 : height * 0.48;
  const pane = square(
    x + rim,
    low,
    width - 2 * rim,
    height - low - (glazing === 'full' ? 0.1 : 0.28),
  );
  const handle = box('aluminium', x + width - 0.16, y - 0.05, 1.03, 0.12, LEAF_M + 0.1, 0.025);
  if (!glazing) return [box(leaf, x, y, 0.005, width, LEAF_M, height), handle];
  return [
    {
      ...{ colour: leaf, plate: square(x, 0.005, width, height), holes: [pane] },
      ...{ y, thick: LEAF_M },
    },
    { colour: 'glass', plate: pane, y: -0.008, thick: 0.016 },
    handle,
  ];
}

/** A sectional door for vehicles: panels one over the other, two rows of them glazed. */
export function sectionalDoor(
  spec: DoorSpec & { readonly panels: number; readonly glazed: readonly number[] },
): TypeSpec {
  const { width, height, panels, glazed, leaf } = spec;
  const panel = height / panels;
  const left = -width / 2;
  const parts: Part[] = [];
  for (let row = 0; row < panels; row++) {
    const z = row * panel;
    const whole = square(left, z + 0.006, width, panel - 0.012);
    const lights = glazed.includes(row) ? lightsIn(left, z, width, panel) : [];
    parts.push({ colour: leaf, plate: whole, holes: lights, y: -0.03, thick: 0.06 });
    parts.push(...lights.map((plate): Part => ({ colour: 'glass', plate, y: -0.01, thick: 0.02 })));
  }
  parts.push(box('black', left, -0.028, 0, width, 0.056, 0.012));
  return asType(spec, parts, 'ROLLINGUP', 'GATE');
}

function lightsIn(left: number, z: number, width: number, panel: number) {
  const count = Math.max(2, Math.round(width / 1));
  const pitch = width / count;
  return Array.from({ length: count }, (_, at) =>
    square(left + at * pitch + 0.1, z + 0.13, pitch - 0.2, panel - 0.26),
  );
}

function asType(
  spec: DoorSpec,
  parts: readonly Part[],
  operation: string,
  kind = 'DOOR',
): TypeSpec {
  const { name, width, height, fireRating, isFireExit = false, isExternal = false } = spec;
  const common: Record<string, Fact> = {
    Reference: identifier(name),
    IsExternal: said(isExternal),
    FireExit: said(isFireExit),
    ...(fireRating && { FireRating: label(fireRating), SelfClosing: said(true) }),
    SmokeStop: said(spec.smokeStop ?? fireRating !== undefined),
    HandicapAccessible: said(width >= 1),
    ...(isExternal && { ThermalTransmittance: transmittance(1.3) }),
    GlazingAreaFraction: { written: `IFCPOSITIVERATIOMEASURE(${shareOfGlass(spec)})` },
  };
  const own = (predefined: Value) => [height, width, predefined, enumeration(operation), undefined];
  return {
    ...{ entity: 'IFCDOOR', name, predefined: kind, parts, own },
    typeOwn: (predefined) => [predefined, enumeration(operation), undefined, undefined],
    material: isExternal ? 'aluminium' : 'wood',
    cost: isExternal ? '334' : '344',
    common: { Pset_DoorCommon: common },
    quantities: {
      set: 'Qto_DoorBaseQuantities',
      values: {
        Width: width,
        Height: height,
        Perimeter: 2 * (width + height),
        Area: width * height,
      },
    },
  };
}

const shareOfGlass = ({ glazing }: DoorSpec): string =>
  glazing === 'full' ? '0.75' : glazing === 'vision' ? '0.15' : '0.01';
