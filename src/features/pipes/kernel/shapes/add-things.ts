// What stands at nodes, on valves' places and in the middle of devices.

import { type LinkKind, linkKinds, type NodeKind, nodeKinds } from '#model/pipe-network.ts';
import { type ThingKind, thingField, thingKinds } from '../../contract/shapes.ts';
import type { PlacedNetwork } from '../index-space.ts';
import { outerRadiusM } from './add-pieces.ts';
import { placeM, type TileGrid } from './tile-grid.ts';

const thingOfNode: Readonly<Record<NodeKind, ThingKind>> = {
  junction: 'joint',
  customer: 'customer',
  hydrant: 'hydrant',
  tank: 'tank',
  reservoir: 'reservoir',
  storage: 'tank',
  manhole: 'manhole',
  outfall: 'outfall',
  inlet: 'inlet',
  regulator: 'regulator',
  substation: 'station',
  station: 'station',
  plant: 'station',
};

/** Pipes are no things. */
const thingOfLink: Readonly<Record<LinkKind, ThingKind | undefined>> = {
  pipe: undefined,
  pump: 'pump',
  compressor: 'pump',
  regulator: 'regulator',
  controlValve: 'valve',
  flapGate: 'valve',
  weir: 'valve',
  orifice: 'valve',
  throttle: 'valve',
  transformer: 'station',
  heatExchanger: 'station',
  busbar: 'station',
  gate: 'valve',
};

/** Sizes of what the tables give none for, m. */
const sizesM: Readonly<Partial<Record<ThingKind, number>>> = {
  customer: 0.4,
  hydrant: 0.5,
  inlet: 0.5,
  manhole: 1,
  pump: 0.8,
  regulator: 0.6,
  reservoir: 12,
  station: 2.4,
  tank: 8,
};
/** A fitting is somewhat thicker than its pipe. */
const FITTING = 1.16;
const LEAST_SHAFT_M = 0.2;

/** NaN is "not known". */
const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);

const codeOf = (kind: ThingKind) => thingKinds.indexOf(kind);

interface Thing {
  readonly index: number;
  readonly kind: ThingKind;
  readonly shaftM: number;
  readonly headingRad: number;
  readonly sizeM: number;
}

export function addThings(grid: TileGrid, placed: PlacedNetwork): void {
  addNodes(grid, placed);
  addValves(grid, placed);
  addDevices(grid, placed);
}

function addNodes(grid: TileGrid, { base, network }: PlacedNetwork): void {
  const { nodes, links } = network;
  const count = nodes.ids.length;
  const radiusM = new Float32Array(count);
  const depthM = new Float32Array(count);
  const headingRad = new Float32Array(count);
  for (let row = 0; row < links.ids.length; row++) {
    const radius = outerRadiusM(links, row);
    const depth = links.coverM[row]! + radius;
    for (const node of [links.from[row]!, links.to[row]!]) {
      if (radius > radiusM[node]!) headingRad[node] = headingAt(placedLine(network, row, node));
      radiusM[node] = Math.max(radiusM[node]!, radius);
      if (depth > depthM[node]!) depthM[node] = depth;
    }
  }
  for (let row = 0; row < count; row++) {
    const kind = thingOfNode[nodeKinds[nodes.kind[row]!] ?? 'junction'];
    const host = nodes.host[row] ?? row;
    const levels = nodes.groundLevelM[row]! - nodes.invertLevelM[row]!;
    const shaftM = levels > 0 ? levels : Math.max(depthM[row]!, depthM[host] ?? 0);
    const fitting = 2 * radiusM[row]! * FITTING;
    const own = sizesM[kind];
    add(grid, nodes.places, row, {
      index: base.base + base.links + row,
      kind,
      shaftM: shaftM >= LEAST_SHAFT_M ? shaftM : 0,
      headingRad: headingRad[row]!,
      sizeM: kind === 'manhole' ? Math.max(1, 2 * radiusM[row]! + 0.3) : (own ?? fitting),
    });
  }
}

function addValves(grid: TileGrid, { base, network }: PlacedNetwork): void {
  const { valves, links } = network;
  for (let row = 0; row < valves.ids.length; row++) {
    const link = valves.link[row]!;
    const radius = outerRadiusM(links, link);
    const diameter = valves.diameterM[row]!;
    const cover = links.coverM[link]!;
    add(grid, valves.places, row, {
      index: base.base + base.links + base.nodes + row,
      kind: 'valve',
      shaftM: cover > 0 ? cover + radius : 0,
      headingRad: headingAt(placedLine(network, link, valves.node[row]!)),
      sizeM: Math.max(2 * radius, orZero(diameter)),
    });
  }
}

function addDevices(grid: TileGrid, { base, network }: PlacedNetwork): void {
  const { links, nodes } = network;
  const middle = new Float64Array(3);
  for (let row = 0; row < links.ids.length; row++) {
    const kind = thingOfLink[linkKinds[links.kind[row]!] ?? 'pipe'];
    if (!kind) continue;
    const [from, to] = [links.from[row]!, links.to[row]!];
    for (let axis = 0; axis < 3; axis++) {
      middle[axis] = (nodes.places[3 * from + axis]! + nodes.places[3 * to + axis]!) / 2;
    }
    const sizeM = Math.max(2 * outerRadiusM(links, row), sizesM[kind] ?? 0);
    const cover = links.coverM[row]!;
    add(grid, middle, 0, {
      index: base.base + row,
      kind,
      shaftM: orZero(cover),
      headingRad: headingAt(placedLine(network, row, from)),
      sizeM,
    });
  }
}

/** The two points of a link's axis next to one of its nodes, six numbers: longitude, latitude, height each. */
function placedLine({ links }: PlacedNetwork['network'], link: number, node: number) {
  const first = 3 * links.lineStart[link]!;
  const last = 3 * links.lineStart[link + 1]!;
  const at = links.from[link] === node ? first : Math.max(first, last - 6);
  return links.line.subarray(at, at + 6);
}

/** Direction of a line in the plane, rad from east to north. */
function headingAt(line: Float64Array): number {
  if (line.length < 6) return 0;
  const north = line[4]! - line[1]!;
  const east = (line[3]! - line[0]!) * Math.cos((line[1]! * Math.PI) / 180);
  const heading = Math.atan2(north, east);
  return Number.isNaN(heading) ? 0 : heading;
}

const place = new Float64Array(3);

function add(grid: TileGrid, placesDeg: Float64Array, row: number, thing: Thing): void {
  const [longitude, latitude] = [placesDeg[3 * row]!, placesDeg[3 * row + 1]!];
  const height = placesDeg[3 * row + 2]!;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return;
  placeM(longitude, latitude, height, place, 0);
  const cell = grid.cellAt(longitude, latitude, Number.isFinite(height) ? height : 0);
  const at = cell.things.add();
  const { floats } = cell.things;
  const [x = 0, y = 0, z = 0] = place;
  cell.write(floats, at, x, y, z, thing.sizeM + thing.shaftM);
  floats[at + thingField.shaft] = thing.shaftM;
  floats[at + thingField.heading] = thing.headingRad;
  floats[at + thingField.size] = thing.sizeM;
  floats[at + thingField.index] = thing.index;
  floats[at + thingField.kind] = codeOf(thing.kind);
}
