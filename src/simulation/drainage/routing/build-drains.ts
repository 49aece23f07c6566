// A model made ready for routing: conduits turned so that they fall, lengthened for the time step where asked,
// depths of nodes raised over their links. SWMM reference manual vol. II (EPA/600/R-17/111), sections 2 and 3. SI.

import type { Conduit, DrainageModel } from '../model.ts';
import type { Section } from '../section/section.ts';
import { type SectionTable, tabulateSection } from '../section/section-table.ts';
import { createNodes } from './create-nodes.ts';
import {
  type ConduitArrays,
  type DeviceArrays,
  type Drains,
  FRICTION_FACTOR,
  GRAVITY,
  MANNING_FACTOR,
  nodeKind,
} from './drains.ts';

/** Least fall of a conduit, m (0.001 ft). */
const LEAST_FALL_M = 3.048e-4;

export function buildDrains(model: DrainageModel): Drains {
  const warnings: string[] = [];
  const tableOf = cachedTables();
  const conduitRows = model.links.flatMap(({ kind }, row) => (kind === 'conduit' ? [row] : []));
  const deviceRows = model.links.flatMap(({ kind }, row) => (kind === 'conduit' ? [] : [row]));
  const conduits = createConduits(model, conduitRows, tableOf, warnings);
  const devices = createDevices(model, deviceRows);
  const place = new Int32Array(model.links.length);
  conduitRows.forEach((row, k) => {
    place[row] = k;
  });
  deviceRows.forEach((row, k) => {
    place[row] = -1 - k;
  });
  const orificeTables = deviceRows.map((row) => {
    const link = model.links[row];
    return link?.kind === 'orifice' ? tableOf(link.section) : undefined;
  });
  const nodes = createNodes(model, conduits, warnings);
  for (let k = 0; k < conduits.count; k++) {
    const ends = [nodes.kind[conduits.from[k]!], nodes.kind[conduits.to[k]!]];
    conduits.hasOutfall[k] = ends.includes(nodeKind.outfall) ? 1 : 0;
  }
  return { model, nodes, conduits, devices, place, orificeTables, warnings };
}

/** Conduits of one shape and size share a table. */
function cachedTables(): (section: Section) => SectionTable {
  const known = new Map<string, SectionTable>();
  return (section) => {
    const key = section.shape === 'irregular' ? section.transect.id : JSON.stringify(section);
    const found = known.get(key) ?? tabulateSection(section);
    known.set(key, found);
    return found;
  };
}

function createConduits(
  model: DrainageModel,
  rows: readonly number[],
  tableOf: (section: Section) => SectionTable,
  warnings: string[],
): ConduitArrays {
  const count = rows.length;
  const numbers = () => new Float64Array(count);
  const isDarcy = model.options.forceMain === 'darcy-weisbach';
  const tables: SectionTable[] = [];
  const arrays = {
    ...{ count, link: Uint32Array.from(rows), from: new Uint32Array(count) },
    ...{ to: new Uint32Array(count), direction: new Int8Array(count).fill(1), tables },
    ...{ isOpen: new Uint8Array(count), fullDepthM: numbers(), fullAreaM2: numbers() },
    ...{ fullRadiusM: numbers(), widthM: numbers(), fromOffsetM: numbers(), toOffsetM: numbers() },
    ...{ lengthM: numbers(), routedLengthM: numbers(), friction: numbers(), normal: numbers() },
    ...{ barrels: numbers(), entryLoss: numbers(), exitLoss: numbers(), averageLoss: numbers() },
    ...{
      maximumM3s: numbers(),
      fullNormalM3s: numbers(),
      forceMain: numbers(),
      forceMainPower: isDarcy ? 2 : 1.852,
    },
    ...{ hasFlapGate: new Uint8Array(count), hasOutfall: new Uint8Array(count) },
    ...{ opening: numbers().fill(1), flowM3s: numbers(), oldFlowM3s: numbers() },
    ...{
      middleAreaM2: numbers(),
      oldMiddleAreaM2: numbers(),
      areaM2: numbers(),
      fromDepthM: numbers(),
      toDepthM: numbers(),
      heldM3: numbers(),
      oldHeldM3: numbers(),
      fromSlotM2: numbers(),
      toSlotM2: numbers(),
      depthM: numbers(),
      oldDepthM: numbers(),
    },
    ...{ seepageMps: numbers(), lossM3s: numbers() },
    ...{ velocityMps: numbers(), froude: numbers(), flowByHead: numbers() },
    ...{ fromSurfaceM2: numbers(), toSurfaceM2: numbers(), isAtRest: new Uint8Array(count) },
  } satisfies ConduitArrays;
  rows.forEach((row, k) => {
    const conduit = model.links[row];
    if (conduit?.kind !== 'conduit') return;
    const table = tableOf(conduit.section);
    tables.push(table);
    arrays.isOpen[k] = table.isOpen ? 1 : 0;
    arrays.fullDepthM[k] = table.heightM;
    arrays.fullAreaM2[k] = table.areaM2;
    arrays.fullRadiusM[k] = table.radiusM;
    arrays.widthM[k] = table.widthM;
    arrays.barrels[k] = conduit.barrels;
    arrays.maximumM3s[k] = conduit.maximumFlowM3s / conduit.barrels;
    arrays.hasFlapGate[k] = conduit.hasFlapGate ? 1 : 0;
    arrays.averageLoss[k] = conduit.averageLoss;
    arrays.seepageMps[k] = conduit.seepageMps;
    arrays.flowM3s[k] = conduit.initialFlowM3s / conduit.barrels;
    placeConduit(arrays, k, model, conduit, table, warnings);
  });
  return arrays;
}

/** Slope, direction, lengthening and what friction follows from them. */
function placeConduit(
  arrays: ReturnType<typeof createConduits>,
  k: number,
  model: DrainageModel,
  conduit: Conduit,
  table: SectionTable,
  warnings: string[],
): void {
  const transect = conduit.section.shape === 'irregular' ? conduit.section.transect : undefined;
  const meander = transect?.meander ?? 1;
  const length = conduit.lengthM / meander;
  const manning = (transect?.manningChannel ?? conduit.manning) * Math.sqrt(meander);
  const level = (node: number, offset: number) => (model.nodes[node]?.invertM ?? 0) + offset;
  const drop = level(conduit.from, conduit.fromOffsetM) - level(conduit.to, conduit.toOffsetM);
  const fall = Math.max(Math.abs(drop), LEAST_FALL_M);
  if (Math.abs(drop) < LEAST_FALL_M) {
    warnings.push(
      `Conduit ${conduit.id} falls ${Math.abs(drop)} m, less than the least fall of ${LEAST_FALL_M} m, which is used.`,
    );
  }
  if (fall >= length) warnings.push(`Conduit ${conduit.id} falls ${fall} m on ${length} m.`);
  const slope = Math.max(
    fall >= length ? fall / length : fall / Math.sqrt(length ** 2 - fall ** 2),
    model.options.minimumSlope,
  );
  const isTurned = drop < 0;
  const put = (
    row: number,
    from: number,
    to: number,
    ...values: [number, number, number, number]
  ) => {
    arrays.from[row] = from;
    arrays.to[row] = to;
    [arrays.fromOffsetM[row], arrays.toOffsetM[row], arrays.entryLoss[row], arrays.exitLoss[row]] =
      values;
  };
  const { fromOffsetM, toOffsetM, entryLoss, exitLoss } = conduit;
  if (isTurned) put(k, conduit.to, conduit.from, toOffsetM, fromOffsetM, exitLoss, entryLoss);
  else put(k, conduit.from, conduit.to, fromOffsetM, toOffsetM, entryLoss, exitLoss);
  arrays.direction[k] = isTurned ? -1 : 1;
  if (isTurned) arrays.flowM3s[k] = -(arrays.flowM3s[k] ?? 0);
  const lengthening = lengthFactor(table, manning, slope, length, model);
  arrays.lengthM[k] = length;
  arrays.routedLengthM[k] = length * lengthening;
  arrays.friction[k] = (FRICTION_FACTOR * GRAVITY * manning ** 2) / lengthening;
  arrays.normal[k] = (MANNING_FACTOR * Math.sqrt(slope)) / manning;
  arrays.fullNormalM3s[k] = arrays.normal[k]! * table.areaM2 * table.radiusM ** (2 / 3);
  arrays.forceMain[k] = forceMainFactor(conduit, table, model);
}

/** How much longer it is made so that a wave takes the lengthening step to pass it; 1 where it is long enough. */
function lengthFactor(
  table: SectionTable,
  manning: number,
  slope: number,
  length: number,
  { options }: DrainageModel,
): number {
  if (options.lengtheningStepS <= 0) return 1;
  const step = Math.min(options.routingStepS, options.lengtheningStepS);
  const depth = table.isOpen
    ? table.areaM2 / (table.values[3 * table.steps + 1]! * table.widthM)
    : table.heightM;
  const full = (MANNING_FACTOR * table.radiusM ** (2 / 3) * Math.sqrt(slope)) / manning;
  return Math.max(1, ((Math.sqrt(GRAVITY * depth) + full) * step) / length);
}

/** Hazen–Williams (SI: v = 0.849 C R^0.63 S^0.54) or Darcy–Weisbach with the rough-pipe friction of the wall. */
function forceMainFactor(
  conduit: Conduit,
  table: SectionTable,
  { options }: DrainageModel,
): number {
  if (conduit.forceMainRoughness <= 0) return 0;
  if (options.forceMain === 'hazen-williams') {
    return 1 / ((0.849 * conduit.forceMainRoughness) ** 1.852 * table.radiusM ** 1.1667);
  }
  const diameter = 4 * table.radiusM;
  const friction = 0.25 / Math.log10(conduit.forceMainRoughness / (3.7 * diameter)) ** 2;
  return friction / (2 * GRAVITY * diameter);
}

function createDevices(model: DrainageModel, rows: readonly number[]): DeviceArrays {
  const count = rows.length;
  const numbers = () => new Float64Array(count);
  const links = rows.flatMap((row) => model.links[row] ?? []);
  const settings = links.map((link) => (link.kind === 'pump' && !link.isOnAtStart ? 0 : 1));
  return {
    ...{ count, link: Uint32Array.from(rows), flowM3s: numbers(), flowByHead: numbers() },
    ...{ from: Uint32Array.from(links, (link) => link.from), depthM: numbers() },
    ...{ to: Uint32Array.from(links, (link) => link.to), fromSurfaceM2: numbers() },
    ...{ toSurfaceM2: numbers(), target: Float64Array.from(settings) },
    setting: Float64Array.from(settings),
  };
}
