// A placed network → the collections of a city package: `pipes-…`, `nodes-…`, `valves-…`, `devices-…`, in the
// words of the schema of pipes. Heights are above the ellipsoid, levels in the network's own datum.

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type {
  ImportedDevice,
  ImportedNode,
  ImportedPipe,
  ImportedValve,
  PlanePoint,
} from './imported-network.ts';
import type { PlacedNetwork } from './place-network.ts';

export interface NetworkCollection extends FeatureCollection<Geometry> {
  readonly panopolis: 'collection';
  readonly id: string;
  readonly title: string;
  readonly crs: { readonly type: 'name'; readonly properties: { readonly name: string } };
}

/** Collections without a feature are left out. */
export function writeCollections(placed: PlacedNetwork): NetworkCollection[] {
  const { network } = placed;
  const { id, name, pipes, nodes, devices, valves } = network;
  const sets: readonly (readonly [kind: string, title: string, features: Feature<Geometry>[]])[] = [
    ['pipes', name, pipes.map((pipe) => toPipe(pipe, placed))],
    ['nodes', `${name}: nodes`, nodes.map((node) => toNode(node, placed))],
    ['devices', `${name}: pumps and devices`, devices.map((device) => toDevice(device, placed))],
    ['valves', `${name}: valves`, valves.map((valve) => toValve(valve, placed))],
  ];
  return sets.flatMap(([kind, title, features]) =>
    features.length === 0
      ? []
      : [
          {
            type: 'FeatureCollection',
            panopolis: 'collection',
            id: `${kind}-${id}`,
            title,
            crs: { type: 'name', properties: { name: 'OGC:CRS84h' } },
            features,
          } satisfies NetworkCollection,
        ],
  );
}

function toPipe(pipe: ImportedPipe, placed: PlacedNetwork): Feature<Geometry> {
  const { toEarth, crs } = placed;
  return {
    type: 'Feature',
    id: pipe.id,
    properties: withoutGaps({
      assetId: pipe.id,
      network: pipe.network,
      role: pipe.role,
      fromNode: pipe.from,
      toNode: pipe.to,
      shape: pipe.shape,
      innerDiameter_mm: millimetres(pipe.innerM),
      height_mm: millimetres(pipe.heightM),
      width_mm: millimetres(pipe.widthM),
      wall_mm: millimetres(pipe.wallM),
      material: pipe.material,
      materialRaw: pipe.materialRaw,
      installDate: pipe.installDate,
      fromInvert_m: round(pipe.fromInvertM),
      toInvert_m: round(pipe.toInvertM),
      depthOfCover_m: round(pipe.coverM),
      verticalDatum: crs.vertical.code,
      zSource: pipe.zSource,
      length_m: round(pipe.lengthM),
      roughness: pipe.roughness,
      status: pipe.status,
      owner: pipe.owner,
      zone: pipe.zone,
      normallyClosed: pipe.isClosed || undefined,
      checkValve: pipe.isOneWay || undefined,
      ...pipe.more,
      ...sourceOf(pipe, placed),
    }),
    geometry: {
      type: 'LineString',
      coordinates: pipe.line.map((point) => position(point, toEarth)),
    },
  };
}

const toNode = (node: ImportedNode, placed: PlacedNetwork): Feature<Geometry> =>
  toPoint(node.id, node.point, placed, {
    kind: node.kind,
    rim_m: round(node.rimM),
    invert_m: round(node.invertM),
    elevation_m: round(Number.isFinite(node.point[2]) ? node.point[2] : undefined),
    ...node.more,
    ...sourceOf(node, placed),
  });

const toDevice = (device: ImportedDevice, placed: PlacedNetwork): Feature<Geometry> =>
  toPoint(device.id, device.point, placed, {
    kind: device.kind,
    node: device.from,
    fromNode: device.from,
    toNode: device.to,
    diameter_mm: millimetres(device.diameterM),
    normalState: device.isClosed ? 'closed' : 'open',
    ...device.more,
    ...sourceOf(device, placed),
  });

const toValve = (valve: ImportedValve, placed: PlacedNetwork): Feature<Geometry> =>
  toPoint(valve.id, valve.point, placed, {
    kind: 'isolation',
    link: valve.link,
    node: valve.node,
    normalState: valve.isClosed ? 'closed' : 'open',
    state: valve.isClosed ? 'closed' : 'open',
    ...valve.more,
    ...sourceOf(valve, placed),
  });

const toPoint = (
  id: string,
  point: PlanePoint,
  { toEarth }: PlacedNetwork,
  properties: Readonly<Record<string, unknown>>,
): Feature<Geometry> => ({
  type: 'Feature',
  id,
  properties: withoutGaps(properties),
  geometry: { type: 'Point', coordinates: position(point, toEarth) },
});

function sourceOf(
  { at, raw }: { readonly at: string; readonly raw?: ImportedPipe['raw'] },
  { network }: PlacedNetwork,
) {
  const { file, format } = network.source;
  return {
    source: { file, format, at },
    ...(raw && Object.keys(raw).length > 0 ? { raw } : {}),
  };
}

const position = (point: PlanePoint, toEarth: PlacedNetwork['toEarth']): Position => {
  const [longitude, latitude, heightM] = toEarth(point);
  const plan = [Math.round(longitude * 1e9) / 1e9, Math.round(latitude * 1e9) / 1e9];
  return heightM === undefined ? plan : [...plan, Math.round(heightM * 1e3) / 1e3];
};

const withoutGaps = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

/** To 0.1 mm and to a hundredth of a millimetre: what a file says comes back as it was. */
const round = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(value * 1e4) / 1e4;
const millimetres = (metres: number | undefined) =>
  metres === undefined ? undefined : Math.round(metres * 1e5) / 1e2;
