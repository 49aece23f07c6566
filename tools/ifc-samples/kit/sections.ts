// What is laid, seen across: pipes, ducts, cable trays.

import type { Ref } from '../step/step-file.ts';
import { lengthM, type PropertySets } from './facts.ts';
import type { Geometry } from './geometry.ts';

/** What is laid, seen across; m. */
export type Section =
  | { readonly kind: 'pipe'; readonly radius: number; readonly wall: number }
  | { readonly kind: 'roundDuct'; readonly radius: number }
  | { readonly kind: 'duct'; readonly wide: number; readonly high: number }
  | { readonly kind: 'tray'; readonly wide: number; readonly high: number };

/** `isUpright`: its height lies along the profile's x. */
export function profileOf(geometry: Geometry, section: Section, isUpright: boolean): Ref {
  switch (section.kind) {
    case 'pipe':
      return geometry.ring(section.radius, section.wall);
    case 'roundDuct':
      return geometry.ring(section.radius, 0.0012);
    case 'duct':
      return isUpright
        ? geometry.rectangle(section.high, section.wide)
        : geometry.rectangle(section.wide, section.high);
    case 'tray': {
      const [w, h, t] = [section.wide / 2, section.high / 2, 0.004];
      return geometry.polygon([
        ...([
          [-w, -h],
          [w, -h],
          [w, h],
          [w - t, h],
        ] as const),
        ...([
          [w - t, -h + t],
          [-w + t, -h + t],
          [-w + t, h],
          [-w, h],
        ] as const),
      ]);
    }
  }
}

/** What a bend is made of: a tray's bend is a plate, since its sides turn with it. */
export const bendProfileOf = (geometry: Geometry, section: Section, isUpright: boolean): Ref =>
  section.kind !== 'tray'
    ? profileOf(geometry, section, isUpright)
    : isUpright
      ? geometry.rectangle(section.high, section.wide)
      : geometry.rectangle(section.wide, section.high);

/** Of a fitting from its corner. */
export const reachOf = (section: Section): number =>
  section.kind === 'pipe'
    ? section.radius * 2.4 + 0.01
    : section.kind === 'roundDuct'
      ? section.radius * 1.6
      : section.wide * 0.75;

export const entityOf = ({ kind }: Section): string =>
  kind === 'pipe' ? 'IFCPIPE' : kind === 'tray' ? 'IFCCABLECARRIER' : 'IFCDUCT';
export const quantityName = ({ kind }: Section): string =>
  kind === 'pipe' ? 'Pipe' : kind === 'tray' ? 'CableCarrier' : 'Duct';
export const segmentKind = ({ kind }: Section): string =>
  kind === 'tray' ? 'CABLETRAYSEGMENT' : 'RIGIDSEGMENT';

const mm = (value: number): number => Math.round(value * 1000);

export function nameOf(section: Section): string {
  switch (section.kind) {
    case 'pipe':
      return `Rohr ${mm(2 * section.radius)} × ${(section.wall * 1000).toFixed(1)}`;
    case 'roundDuct':
      return `Wickelfalzrohr ${mm(2 * section.radius)}`;
    case 'duct':
      return `Kanal ${mm(section.wide)} × ${mm(section.high)}`;
    case 'tray':
      return `Kabelrinne ${mm(section.wide)} × ${mm(section.high)}`;
  }
}

export function setsOf(section: Section): PropertySets {
  switch (section.kind) {
    case 'pipe':
      return {
        Pset_PipeSegmentTypeCommon: {
          OuterDiameter: lengthM(2 * section.radius),
          InnerDiameter: lengthM(2 * (section.radius - section.wall)),
        },
      };
    case 'roundDuct':
      return {
        Pset_DuctSegmentTypeCommon: { NominalDiameterOrWidth: lengthM(2 * section.radius) },
      };
    case 'duct':
      return {
        Pset_DuctSegmentTypeCommon: {
          NominalDiameterOrWidth: lengthM(section.wide),
          NominalHeight: lengthM(section.high),
        },
      };
    case 'tray':
      return {
        Pset_CableCarrierSegmentTypeCableTraySegment: {
          NominalWidth: lengthM(section.wide),
          NominalHeight: lengthM(section.high),
        },
      };
  }
}
