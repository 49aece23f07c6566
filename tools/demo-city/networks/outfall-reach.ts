// The last reach of a storm sewer: from its crossing through quay wall, levee or beach to the water, by
// itself behind a flap gate, or by a pump where it arrives lower than the water stands.

import { groundLevel } from '../landscape.ts';
import { between } from '../plane.ts';
import { toMap, toPlan } from '../site.ts';
import type { Point3 } from '../solids.ts';
import type { NetworkDevice, NetworkNode, NetworkPipe } from './network.ts';
import type { OutfallSite } from './outfalls.ts';
import type { SewerLevels } from './sewer-levels.ts';
import { fullFlow, leastSlope, pressureSizeFor, sizeFor, wallOf } from './sewer-sizes.ts';

export interface OutfallReach {
  readonly pipe: NetworkPipe;
  readonly node: NetworkNode;
  readonly devices: readonly NetworkDevice[];
  readonly isPumped: boolean;
}

interface OutfallOptions {
  readonly letters: string;
  readonly number: number;
  readonly from: NetworkNode;
  readonly flowM3s: number;
  readonly leastDiameterM: number;
  readonly owner: string;
  /** Above a weir: starts at this level and is never pumped. */
  readonly weirM?: number;
}

/** How far a pumped reach starts below the ground. */
const pumpedDepthM = 1.7;

interface OutfallStart {
  /** On the ground at the crossing. */
  readonly at: Point3;
  readonly invertM: number;
  readonly flowM3s: number;
  readonly leastDiameterM: number;
  readonly weirM?: number | undefined;
}

/** Size and levels of the axis at both ends. */
export function shapeOutfall(site: OutfallSite, start: OutfallStart) {
  const { at, flowM3s, leastDiameterM, weirM } = start;
  const end = toMap(site.end);
  const lengthM = Math.hypot(end.x - at.x, end.y - at.y);
  const fallen = sizeFor(Math.max(0.03, flowM3s), leastSlope(leastDiameterM), leastDiameterM);
  const beginM = weirM ?? start.invertM;
  const isPumped = weirM === undefined && beginM - leastSlope(fallen) * lengthM < site.leastInvertM;
  const diameterM = isPumped ? pressureSizeFor(flowM3s) : fallen;
  const wantedM = site.leastInvertM + (isPumped ? 0.25 : 0.05);
  const startM = isPumped ? at.z - pumpedDepthM : beginM + diameterM / 2;
  const endM =
    diameterM / 2 +
    (isPumped ? wantedM : Math.min(wantedM, beginM - leastSlope(diameterM) * lengthM));
  const outerM = isPumped ? diameterM * 1.05 : diameterM + 2 * wallOf(diameterM);
  return { isPumped, diameterM, outerM, startM, endM, lengthM, end };
}

export const largestInto = ({ reaches }: SewerLevels, crossing: number): number =>
  Math.max(
    0.3,
    ...reaches.flatMap(({ down, diameterM }) => (down === crossing ? [diameterM] : [])),
  );

export function toOutfall(site: OutfallSite, options: OutfallOptions): OutfallReach {
  const { letters, from, flowM3s } = options;
  const number = String(options.number).padStart(2, '0');
  const { isPumped, diameterM, outerM, startM, endM, lengthM, end } = shapeOutfall(site, {
    at: { ...from.at, z: from.rimM },
    invertM: from.at.z,
    flowM3s,
    leastDiameterM: options.leastDiameterM,
    weirM: options.weirM,
  });
  const line = lineTo(from.at, end, startM, endM);
  const startInvertM = startM - diameterM / 2;
  const last = endM - diameterM / 2;
  const id = `${letters}-O-${number}`;
  const pipeId = `${letters}-P-O-${number}`;
  const pump: NetworkDevice = {
    id: `${letters}-PU-O-${number}`,
    kind: 'pump',
    node: from.id,
    from: from.id,
    to: id,
    at: from.at,
    more: {
      name: `Schöpfwerk ${number}`,
      capacity_m3s: Math.round(flowM3s * 1.15 * 100) / 100,
      head_m: Math.round((startInvertM - from.at.z + 1.5) * 10) / 10,
      startLevel_m: Math.round((from.at.z + 0.8) * 100) / 100,
    },
  };
  const gate: NetworkDevice = {
    id: `${letters}-FG-${number}`,
    kind: 'flapGate',
    node: id,
    from: from.id,
    to: id,
    at: line.at(-1)!,
    more: { diameter_mm: Math.round(diameterM * 1000), opensOutwards: true },
  };
  return {
    isPumped,
    pipe: {
      id: pipeId,
      network: options.weirM === undefined ? 'storm' : 'combined',
      role: isPumped ? 'forceMain' : options.weirM === undefined ? 'main' : 'overflow',
      from: from.id,
      to: id,
      line,
      lengthM,
      innerM: diameterM,
      outerM,
      material: isPumped ? 'steel' : 'reinforced concrete',
      installed: 1968,
      roughness: isPumped
        ? { model: 'colebrook', value: 0.0003 }
        : { model: 'manning', value: 0.013 },
      owner: options.owner,
      zone: site.water,
      more: {
        designFlow_m3s: Math.round(flowM3s * 1000) / 1000,
        capacity_m3s:
          Math.round(
            (isPumped ? flowM3s * 1.15 : fullFlow(diameterM, leastSlope(diameterM))) * 100,
          ) / 100,
      },
      isOpen: true,
    },
    node: {
      id,
      kind: 'outfall',
      at: { ...end, z: last },
      rimM: groundLevel(toPlan(end)),
      invertM: last,
      buildings: [],
      more: { water: site.water, bank: site.bank, flapGate: true, pumped: isPumped },
    },
    devices: isPumped ? [pump, gate] : [gate],
  };
}

/** Straight, with a point every five metres for those who check its cover. */
function lineTo(
  from: Point3,
  end: { x: number; y: number },
  startZ: number,
  endZ: number,
): Point3[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(end.x - from.x, end.y - from.y) / 5));
  return Array.from({ length: steps + 1 }, (_, step) => ({
    ...between(from, end, step / steps),
    z: startZ + ((endZ - startZ) * step) / steps,
  }));
}
