// What a city's register says of its drains beside the tables: devices, storage, catchments. SI.

import type { ReadNetwork } from '#conversion/networks/read-collections.ts';
import { linkKinds, nodeKinds } from '#model/pipe-network.ts';
import type { CatchmentFacts, DrainageFacts } from '#simulation/drainage/from-network.ts';
import type { Infiltration } from '#simulation/drainage/model.ts';
import type { DeviceFacts } from '#simulation/drainage/network-devices.ts';

type Properties = Readonly<Record<string, unknown>>;

const MM_PER_H = 0.001 / 3600;

/** NaN where it is no number. */
const number = (properties: Properties, name: string): number => {
  const value = properties[name];
  return typeof value === 'number' ? value : Number.NaN;
};
const either = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : value);

/** Of the catchments those that drain to a node of this network. */
export function readFacts(
  { network, records }: ReadNetwork,
  catchments: readonly CatchmentFacts[],
): DrainageFacts {
  const devices = new Map<string, DeviceFacts>();
  const { links, nodes } = network;
  links.ids.forEach((id, row) => {
    if (linkKinds[links.kind[row] ?? 0] === 'pipe') return;
    const of = records.properties('link', row);
    devices.set(id, {
      capacityM3s: number(of, 'capacity_m3s'),
      startLevelM: number(of, 'startLevel_m'),
      stopLevelM: number(of, 'stopLevel_m'),
      throttleM3s: number(of, 'throttle_m3s'),
      crestLevelM: number(of, 'crest_m'),
      widthM: number(of, 'width_m'),
      discharge: number(of, 'discharge'),
    });
  });
  const storages = new Map<string, { areaM2: number; depthM: number }>();
  nodes.ids.forEach((id, row) => {
    if (nodeKinds[nodes.kind[row] ?? 0] !== 'storage') return;
    const of = records.properties('node', row);
    const areaM2 = number(of, 'area_m2');
    if (areaM2 > 0) storages.set(id, { areaM2, depthM: number(of, 'depth_m') });
  });
  const known = new Set(nodes.ids);
  return {
    ...{ devices, storages, dryWeatherM3s: new Map() },
    catchments: catchments.filter(({ outletNode }) => known.has(outletNode)),
  };
}

/** Lines of GeoJSON features, one a line; lines that are no feature with an area and an outlet are left out. */
export function readCatchments(text: string): CatchmentFacts[] {
  return text.split('\n').flatMap((line): CatchmentFacts[] => {
    const feature = parseFeature(line);
    if (!feature) return [];
    const { id, properties: of } = feature;
    const areaM2 = number(of, 'area_m2');
    const outletNode = of.outletNode;
    if (!(areaM2 > 0) || typeof outletNode !== 'string') return [];
    return [
      {
        ...{ id, outletNode, areaM2, route: 'outlet', routedShare: 1 },
        imperviousShare: either(number(of, 'imperviousness'), 0.4),
        widthM: either(number(of, 'width_m'), Math.sqrt(areaM2)),
        slope: Math.max(0.001, either(number(of, 'slope'), 0.01)),
        manningImpervious: either(number(of, 'manningImpervious'), 0.015),
        manningPervious: either(number(of, 'manningPervious'), 0.2),
        storageImperviousM: either(number(of, 'storageImpervious_mm'), 1.5) / 1000,
        storagePerviousM: either(number(of, 'storagePervious_mm'), 5) / 1000,
        noStorageShare: 0.25,
        infiltration: soilOf(of.infiltration),
      },
    ];
  });
}

/** Green–Ampt as the register has it; a loam where it says nothing. */
function soilOf(given: unknown): Infiltration {
  const of: Properties = typeof given === 'object' && given !== null ? { ...given } : {};
  return {
    kind: 'green-ampt',
    suctionM: either(number(of, 'suction_mm'), 89) / 1000,
    conductivityMps: either(number(of, 'conductivity_mm_h'), 13) * MM_PER_H,
    deficit: either(number(of, 'deficit'), 0.25),
  };
}

function parseFeature(line: string): { id: string; properties: Properties } | undefined {
  const json = line.trim().replace(/,$/, '');
  if (!json.startsWith('{')) return undefined;
  try {
    const feature: unknown = JSON.parse(json);
    if (typeof feature !== 'object' || feature === null) return undefined;
    const properties = 'properties' in feature ? feature.properties : undefined;
    if (typeof properties !== 'object' || properties === null) return undefined;
    const id = 'id' in feature ? String(feature.id) : '';
    return { id, properties: { ...properties } };
  } catch {
    return undefined;
  }
}
