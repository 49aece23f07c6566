// The last reach of a storm sewer: from its crossing through quay wall, levee or beach to the water, by
// itself behind a flap gate, or by a pump where it arrives lower than the water stands.

import { groundLevel } from '../landscape.ts';
import { between } from '../plane.ts';
import { toMap, toPlan } from '../site.ts';
import type { Point3 } from '../solids.ts';
import type { NetworkDevice, NetworkNode, NetworkPipe } from './network.ts';
import type { OutfallSite } from './outfalls.ts';
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
}

/** How far a pumped reach starts below the ground. */
const pumpedDepthM = 1.7;

export function toOutfall(site: OutfallSite, options: OutfallOptions): OutfallReach {
  const { letters, from, flowM3s } = options;
  const number = String(options.number).padStart(2, '0');
  const end = toMap(site.end);
  const lengthM = Math.hypot(end.x - from.at.x, end.y - from.at.y);
  const fallen = sizeFor(flowM3s, leastSlope(options.leastDiameterM), options.leastDiameterM);
  const isPumped = from.at.z - leastSlope(fallen) * lengthM < site.leastInvertM;
  const diameterM = isPumped ? pressureSizeFor(flowM3s) : fallen;
  const endInvertM = site.leastInvertM + (isPumped ? 0.25 : 0.05);
  const startInvertM = isPumped ? from.rimM - pumpedDepthM - diameterM / 2 : from.at.z;
  const last = isPumped
    ? endInvertM
    : Math.min(endInvertM, startInvertM - leastSlope(diameterM) * lengthM);
  const line = lineTo(from.at, end, startInvertM + diameterM / 2, last + diameterM / 2);
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
      network: 'storm',
      role: isPumped ? 'forceMain' : 'main',
      from: from.id,
      to: id,
      line,
      lengthM,
      innerM: diameterM,
      outerM: isPumped ? diameterM * 1.05 : diameterM + 2 * wallOf(diameterM),
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
