// Storeys: how high their floors lie in the model's frame, and which elements belong to each.

import type { ModelTables } from '../parts.ts';
import type { IfcModel } from './ifc-model.ts';
import type { MeshFacts } from './mesh-facts.ts';
import { attributePlaces, type Nodes } from './nodes.ts';
import type { Parents } from './parents.ts';
import { heightOf } from './placements.ts';

export interface Storeys {
  /** By node: node of its storey, -1 outside of any. */
  readonly storeyNode: Int32Array;
  /** m, by node of a storey. */
  readonly elevation: ReadonlyMap<number, number>;
  /** The file gives all storeys one height, so that their elements had to say. */
  readonly isGuessed: boolean;
}

/** Placements and attributes within this agree. */
const AGREE_M = 0.01;
/** Of a storey's elements, those that begin lower than its floor. */
const FLOOR_SHARE = 0.1;

/** `parent` as it is in the tree, free of cycles. */
export function readStoreys(
  model: IfcModel,
  nodes: Nodes,
  { container }: Parents,
  parent: Int32Array,
  meshes: MeshFacts,
  lengthUnitM: number,
): Storeys {
  const isStorey = new Uint8Array(nodes.count);
  const storeyNodes: number[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if (!model.isA(nodes.row[node]!, 'IFCBUILDINGSTOREY')) continue;
    isStorey[node] = 1;
    storeyNodes.push(node);
  }
  const storeyNode = findStoreys(isStorey, parent, container);
  const floors = floorsOf(storeyNodes, storeyNode, meshes);
  const readings = readElevations(model, nodes, storeyNodes, parent, lengthUnitM);
  const isGuessed = hasSpread(floors) && !readings.some(hasSpread) && storeyNodes.length > 1;
  const best = isGuessed ? floors : bestReading(readings, floors);
  // A storey that nothing speaks of lies above what others do.
  const others = isGuessed
    ? [new Map(storeyNodes.map((node) => [node, highestOf(meshes)]))]
    : [...readings, floors];
  const elevation = new Map(
    storeyNodes.map((node) => {
      const known = [best, ...others].map((one) => one.get(node));
      return [node, known.find((one) => one !== undefined) ?? 0];
    }),
  );
  return { storeyNode, elevation, isGuessed };
}

/** The nearest storey above: by what contains the element itself, else by what it is a part of. */
function findStoreys(isStorey: Uint8Array, parent: Int32Array, container: Int32Array): Int32Array {
  const UNKNOWN = -2;
  const found = new Int32Array(parent.length).fill(UNKNOWN);
  const path: number[] = [];
  for (let start = 0; start < parent.length; start++) {
    path.length = 0;
    let node = start;
    while (node >= 0 && found[node] === UNKNOWN && isStorey[node] === 0) {
      // A storey that directly contains a part says more than the whole it belongs to.
      const direct = container[node]!;
      path.push(node);
      found[node] = -1;
      node = direct >= 0 && isStorey[direct] === 1 ? direct : parent[node]!;
    }
    const storey = node < 0 ? -1 : isStorey[node] === 1 ? node : found[node]!;
    for (const one of path) found[one] = storey;
    if (isStorey[start] === 1) found[start] = start;
  }
  return found;
}

type Reading = ReadonlyMap<number, number>;

/** Ways to read the file, m by node, in the order in which they are believed if the geometry doesn't decide. */
function readElevations(
  model: IfcModel,
  nodes: Nodes,
  storeyNodes: readonly number[],
  parent: Int32Array,
  lengthUnitM: number,
): readonly Reading[] {
  const placed = new Map<number, number>();
  const raised = new Map<number, number>();
  const attributed = new Map<number, number>();
  for (const node of storeyNodes) {
    const height = placementHeight(model, nodes, node);
    if (height !== undefined) placed.set(node, height * lengthUnitM);
    const row = nodes.row[node]!;
    const { elevation } = attributePlaces(model, model.typeOf(row));
    const value = elevation < 0 ? Number.NaN : model.cursor.begin(row, elevation).number();
    if (!Number.isFinite(value)) continue;
    attributed.set(node, value * lengthUnitM);
    const building = parent[node] ?? -1;
    const base = building < 0 ? undefined : placementHeight(model, nodes, building);
    raised.set(node, (value + (base ?? 0)) * lengthUnitM);
  }
  return [placed, raised, attributed];
}

/** A later reading has to be clearly nearer to where the elements stand. */
function bestReading(readings: readonly Reading[], floors: Reading): Reading {
  const weighed = readings
    .filter((reading) => reading.size > 0)
    .map((reading) => ({
      reading,
      // Some programs leave every storey at the origin: telling them apart is worth a little.
      miss: missOf(reading, floors) - (hasSpread(reading) ? 5 * AGREE_M : 0),
    }));
  const best = weighed.reduce<(typeof weighed)[number] | undefined>(
    (kept, one) => (kept === undefined || one.miss < kept.miss - AGREE_M ? one : kept),
    undefined,
  );
  return best?.reading ?? floors;
}

function placementHeight(model: IfcModel, nodes: Nodes, node: number): number | undefined {
  const row = nodes.row[node]!;
  const { placement } = attributePlaces(model, model.typeOf(row));
  if (placement < 0) return undefined;
  const id = model.cursor.begin(row, placement).reference();
  return id === 0 ? undefined : heightOf(model, id);
}

/** Where the lower of each storey's elements begin, m: not the very lowest, which may be a foundation. */
function floorsOf(
  storeyNodes: readonly number[],
  storeyNode: Int32Array,
  { least }: MeshFacts,
): Reading {
  const bottoms = new Map<number, number[]>(storeyNodes.map((node) => [node, []]));
  for (let node = 0; node < storeyNode.length; node++) {
    const bottom = least[node * 3 + 2]!;
    if (!Number.isNaN(bottom)) bottoms.get(storeyNode[node]!)?.push(bottom);
  }
  const floors = new Map<number, number>();
  for (const [node, values] of bottoms) {
    const low = values.sort((a, b) => a - b)[Math.floor(values.length * FLOOR_SHARE)];
    if (low !== undefined) floors.set(node, low);
  }
  return floors;
}

/** Mean distance of a reading from where the elements stand, m; 0 without any. */
function missOf(reading: Reading, floors: Reading): number {
  let [sum, count] = [0, 0];
  for (const [node, floor] of floors) {
    const elevation = reading.get(node);
    if (elevation === undefined) continue;
    sum += Math.abs(elevation - floor);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

function highestOf({ greatest }: MeshFacts): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 2; at < greatest.length; at += 3) {
    if (greatest[at]! > highest) highest = greatest[at]!;
  }
  return highest;
}

/** Not all the same. */
function hasSpread(reading: Reading): boolean {
  const [first = 0, ...others] = reading.values();
  return others.some((value) => Math.abs(value - first) > AGREE_M);
}

/** The list of `model.json`, from below. `rowOf` gives the row of a node. */
export function toStoreyList(
  { storeyNode, elevation }: Storeys,
  meshes: MeshFacts,
  parent: Int32Array,
  nameOf: (node: number) => string,
  rowOf: (node: number) => number,
): { readonly nodes: readonly number[]; readonly storeys: ModelTables['storeys'] } {
  const nodes = [...elevation.keys()].sort(
    (a, b) => elevation.get(a)! - elevation.get(b)! || rowOf(a) - rowOf(b),
  );
  const tops = new Map<number, number>();
  for (let node = 0; node < storeyNode.length; node++) {
    const top = meshes.greatest[node * 3 + 2]!;
    const storey = storeyNode[node]!;
    if (storey >= 0 && !Number.isNaN(top)) tops.set(storey, Math.max(tops.get(storey) ?? top, top));
  }
  const ceilings = ceilingsOf(nodes, elevation, parent);
  const storeys = nodes.map((node) => {
    const floor = elevation.get(node)!;
    const ceiling = ceilings.get(node) ?? tops.get(node) ?? floor;
    return {
      element: rowOf(node),
      name: nameOf(node),
      elevationM: toMicrometre(floor),
      heightM: toMicrometre(Math.max(0, ceiling - floor)),
    };
  });
  return { nodes, storeys };
}

/** The next floor above in the same building, m; none for the topmost. `nodes` from below. */
function ceilingsOf(nodes: readonly number[], elevation: Reading, parent: Int32Array): Reading {
  const ceilings = new Map<number, number>();
  const lowest = new Map<number, { readonly floor: number; readonly above: number | undefined }>();
  for (const node of nodes.toReversed()) {
    const floor = elevation.get(node)!;
    const building = parent[node]!;
    const last = lowest.get(building);
    const isBelow = last !== undefined && last.floor - floor > AGREE_M;
    const above = isBelow ? last.floor : last?.above;
    if (above !== undefined) ceilings.set(node, above);
    if (isBelow || last === undefined) lowest.set(building, { floor, above });
  }
  return ceilings;
}

/** Programs write 3.10000000000038. */
const toMicrometre = (metres: number) => Number(metres.toFixed(6));
