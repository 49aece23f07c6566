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
}

/** Placements and attributes within this agree. */
const AGREE_M = 0.01;

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
  return {
    storeyNode,
    elevation: readElevations(model, nodes, storeyNodes, storeyNode, parent, meshes, lengthUnitM),
  };
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

function readElevations(
  model: IfcModel,
  nodes: Nodes,
  storeyNodes: readonly number[],
  storeyNode: Int32Array,
  parent: Int32Array,
  meshes: MeshFacts,
  lengthUnitM: number,
): ReadonlyMap<number, number> {
  const placed = new Map<number, number>();
  const attributed = new Map<number, number>();
  const raised = new Map<number, number>();
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
  const floors = floorsOf(storeyNodes, storeyNode, meshes);
  // In the order in which they are believed where the geometry doesn't decide.
  const readings = [placed, raised, attributed].filter((one) => one.size > 0);
  const best = readings
    .map((reading) => ({ reading, miss: missOf(reading, floors) - spreadOf(reading) }))
    .reduce((kept, one) => (one.miss < kept.miss - AGREE_M ? one : kept), {
      reading: readings[0] ?? placed,
      miss: readings[0] ? missOf(readings[0], floors) - spreadOf(readings[0]) : 0,
    }).reading;
  return new Map(
    storeyNodes.map((node) => [
      node,
      best.get(node) ?? placed.get(node) ?? raised.get(node) ?? floors.get(node) ?? 0,
    ]),
  );
}

function placementHeight(model: IfcModel, nodes: Nodes, node: number): number | undefined {
  const row = nodes.row[node]!;
  const { placement } = attributePlaces(model, model.typeOf(row));
  if (placement < 0) return undefined;
  const id = model.cursor.begin(row, placement).reference();
  return id === 0 ? undefined : heightOf(model, id);
}

/** Median of the lowest points of each storey's elements, m: most stand on its floor. */
function floorsOf(
  storeyNodes: readonly number[],
  storeyNode: Int32Array,
  { least }: MeshFacts,
): ReadonlyMap<number, number> {
  const bottoms = new Map<number, number[]>(storeyNodes.map((node) => [node, []]));
  for (let node = 0; node < storeyNode.length; node++) {
    const bottom = least[node * 3 + 2]!;
    if (!Number.isNaN(bottom)) bottoms.get(storeyNode[node]!)?.push(bottom);
  }
  const floors = new Map<number, number>();
  for (const [node, values] of bottoms) {
    const middle = values.sort((a, b) => a - b)[values.length >> 1];
    if (middle !== undefined) floors.set(node, middle);
  }
  return floors;
}

/** Mean distance of a reading from where the elements stand, m; 0 without any. */
function missOf(reading: ReadonlyMap<number, number>, floors: ReadonlyMap<number, number>): number {
  let [sum, count] = [0, 0];
  for (const [node, floor] of floors) {
    const elevation = reading.get(node);
    if (elevation === undefined) continue;
    sum += Math.abs(elevation - floor);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** Some programs leave every storey at the origin: a reading that tells them apart is worth a little more, m. */
function spreadOf(reading: ReadonlyMap<number, number>): number {
  const values = [...reading.values()].sort((a, b) => a - b);
  const isSpread = values.some((value, at) => at > 0 && value - values[at - 1]! > AGREE_M);
  return isSpread ? 0.05 : 0;
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
  const storeys = nodes.map((node, at) => {
    const floor = elevation.get(node)!;
    const above = nodes
      .slice(at + 1)
      .find((other) => parent[other] === parent[node] && elevation.get(other)! > floor + AGREE_M);
    const ceiling = above === undefined ? (tops.get(node) ?? floor) : elevation.get(above)!;
    return {
      element: rowOf(node),
      name: nameOf(node),
      elevationM: toMicrometre(floor),
      heightM: toMicrometre(Math.max(0, ceiling - floor)),
    };
  });
  return { nodes, storeys };
}

/** Programs write 3.10000000000038. */
const toMicrometre = (metres: number) => Number(metres.toFixed(6));
