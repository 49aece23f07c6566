// A pandapipes net (JSON of pandas tables) → gas or water as one network, heat as two: supply and return, which
// pumps and consumers join. pandapipes writes x and y of its own plane, or `geo` as GeoJSON, in which some writers
// have latitude first.

import { InputError } from '#model/input-error.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { isObject } from '../collections/feature-source.ts';
import { AssumptionList } from './assumptions.ts';
import type {
  ImportedDevice,
  ImportedNetwork,
  ImportedNode,
  ImportedPipe,
  NetworkPlane,
} from './imported-network.ts';
import { networkIds } from './imported-network.ts';
import { placeLost } from './inp/place-lost.ts';
import { toLine } from './inp/plane-points.ts';
import { splitHeat } from './pandapipes/split-heat.ts';
import { type NetRow, type NetTables, readTables } from './pandapipes/tables.ts';

export interface PandapipesOptions {
  readonly coverM: number;
  /** What the file's own plane is, where it names none. */
  readonly utility: UtilityNetwork | undefined;
}

/** Throws `InputError` with table, row and what was expected. */
export function readPandapipes(
  text: string,
  file: string,
  { coverM, utility }: PandapipesOptions,
): ImportedNetwork[] {
  const tables = readTables(text, file);
  const assumptions = new AssumptionList();
  const places = readPlaces(tables, assumptions);
  const isHeat =
    tables.has('heat_consumer') || tables.has('circ_pump_pressure') || tables.has('heat_exchanger');
  const own = utility ?? (tables.isGas ? 'gas' : 'water');
  const returns = isHeat ? splitHeat(tables, assumptions) : new Set<number>();
  const parts: readonly UtilityNetwork[] = isHeat ? ['heatSupply', 'heatReturn'] : [own];
  const utilityOf = (junction: number): UtilityNetwork =>
    isHeat ? (returns.has(junction) ? 'heatReturn' : 'heatSupply') : own;
  assumptions.add(
    'pandapipes-ground',
    `Heights of # junctions are taken for the ground’s; pipes lie ${coverM} m below it (--cover).`,
    `# 个节点的高程按地面高程处理；管道按覆土 ${coverM} m 敷设（--cover）。`,
    tables.rows('junction').length,
  );
  const junctions = tables.rows('junction');
  const found = junctions.map((row) => toNode(row, tables, places, coverM));
  const located = placeLost(found, linksOf(tables, places.metre), assumptions);
  const nodes = junctions.map((row, at) => ({
    utility: utilityOf(row.index),
    node: located[at]!,
  }));
  const lost = nodes.find(({ node }) => !Number.isFinite(node.point[0]))?.node;
  if (lost) {
    throw new InputError(
      { file, at: lost.at },
      'it has no coordinates, and no pipe leads to it from one that has.',
    );
  }
  const byIndex = new Map(junctions.map((row, at) => [row.index, nodes[at]!.node]));
  const context: Context = { tables, byIndex, utilityOf, file, places };
  const pipes = tables.rows('pipe').map((row) => toPipe(row, context));
  const devices = DEVICES.flatMap(([table, kind, fromName, toName]) =>
    tables.rows(table).map((row) => ({
      utility: utilityOf(row.number(fromName)),
      device: toDevice(row, table, kind, fromName, toName, context),
    })),
  );
  return parts.map((part) => ({
    id: networkIds[part],
    name: nameOf(part),
    utility: part,
    source: { file, format: 'pandapipes' },
    plane: places.plane,
    nodes: nodes.filter((one) => one.utility === part).map(({ node }) => node),
    pipes: pipes.filter(({ network }) => network === part),
    valves: [],
    devices: devices.filter((one) => one.utility === part).map(({ device }) => device),
    assumptions: assumptions.all,
  }));
}

const NAMES: Partial<Record<UtilityNetwork, string>> = {
  gas: 'Gas',
  water: 'Drinking water',
  heatSupply: 'District heat, supply',
  heatReturn: 'District heat, return',
};
const nameOf = (utility: UtilityNetwork): string => NAMES[utility] ?? utility;

const DEVICES = [
  ['pump', 'pump', 'from_junction', 'to_junction'],
  ['compressor', 'compressor', 'from_junction', 'to_junction'],
  ['circ_pump_pressure', 'pump', 'return_junction', 'flow_junction'],
  ['circ_pump_mass', 'pump', 'return_junction', 'flow_junction'],
  ['press_control', 'regulator', 'from_junction', 'to_junction'],
  ['flow_control', 'controlValve', 'from_junction', 'to_junction'],
  ['heat_exchanger', 'heatExchanger', 'from_junction', 'to_junction'],
  ['heat_consumer', 'heatExchanger', 'from_junction', 'to_junction'],
  ['valve', 'gate', 'from_junction', 'to_junction'],
] as const;

interface Places {
  readonly plane: NetworkPlane;
  /** Units of the plane in a metre. */
  readonly metre: number;
  readonly at: (junction: NetRow) => readonly [number, number];
  /** Bends of a pipe; empty where it is straight. */
  readonly bends: (pipe: NetRow) => readonly (readonly [number, number])[];
}

function readPlaces(tables: NetTables, assumptions: AssumptionList): Places {
  const geo = tables.rows('junction_geodata');
  const byIndex = new Map(
    geo.map((row) => [row.index, [row.get('x'), row.get('y')].map(toNumber)] as const),
  );
  const isWhole = [...byIndex.values()].every(([x]) => Number.isFinite(x));
  const coords = new Map(
    tables.rows('pipe_geodata').map((row) => [row.index, pairsOf(row.get('coords'))]),
  );
  if (byIndex.size > 0 && isWhole) {
    return {
      plane: { kind: 'unknown' },
      metre: 1,
      at: (row) => {
        const [x = Number.NaN, y = Number.NaN] = byIndex.get(row.index) ?? [];
        return [x, y];
      },
      bends: (row) => (coords.get(row.index) ?? []).slice(1, -1),
    };
  }
  const points = new Map(
    tables.rows('junction').map((row) => [row.index, geoPairs(row.get('geo'))[0]]),
  );
  const isSwapped =
    [...points.values()].filter((point) => point !== undefined).length > 0 && looksSwapped(tables);
  if (isSwapped) {
    assumptions.add(
      'pandapipes-swapped',
      'Its geo columns have latitude first, against GeoJSON: they are read that way.',
      '其 geo 列纬度在前，与 GeoJSON 相反：按此读取。',
    );
  }
  const turn = ([x, y]: readonly [number, number]): readonly [number, number] =>
    isSwapped ? [y, x] : [x, y];
  return {
    plane: { kind: 'crs', code: 'OGC:CRS84' },
    metre: 1 / 111_320,
    at: (row) => turn(points.get(row.index) ?? [Number.NaN, Number.NaN]),
    bends: (row) => geoPairs(row.get('geo')).slice(1, -1).map(turn),
  };
}

const toNumber = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);

const linksOf = (tables: NetTables, metre: number) => [
  ...tables.rows('pipe').map((row) => ({
    from: `J-${row.number('from_junction')}`,
    to: `J-${row.number('to_junction')}`,
    length: row.number('length_km') * 1000 * metre,
  })),
  ...DEVICES.flatMap(([table, , from, to]) =>
    tables.rows(table).map((row) => ({
      from: `J-${row.number(from)}`,
      to: `J-${row.number(to)}`,
      length: metre,
    })),
  ),
];

/** Lengths of pipes tell: the order in which they fit better is right. */
function looksSwapped(tables: NetTables): boolean {
  let [plain, swapped] = [0, 0];
  for (const row of tables.rows('pipe')) {
    const pairs = geoPairs(row.get('geo'));
    const lengthM = row.number('length_km') * 1000;
    if (pairs.length < 2 || !(lengthM > 0)) continue;
    const measure = (x: 0 | 1) =>
      pairs.slice(1).reduce((sum, point, at) => {
        const before = pairs[at]!;
        const latitude = ((point[1 - x] ?? 0) * Math.PI) / 180;
        const dx = (point[x] - before[x]) * Math.cos(latitude);
        return sum + Math.hypot(dx, (point[1 - x] ?? 0) - (before[1 - x] ?? 0)) * 111_320;
      }, 0);
    plain += Math.abs(Math.log(Math.max(measure(0), 0.01) / lengthM));
    swapped += Math.abs(Math.log(Math.max(measure(1), 0.01) / lengthM));
  }
  return swapped < plain;
}

const pairsOf = (value: unknown): (readonly [number, number])[] =>
  Array.isArray(value)
    ? value.flatMap((one) =>
        Array.isArray(one) && typeof one[0] === 'number' && typeof one[1] === 'number'
          ? [[one[0], one[1]] as const]
          : [],
      )
    : [];

function geoPairs(value: unknown): (readonly [number, number])[] {
  let geometry = value;
  if (typeof value === 'string') {
    try {
      geometry = JSON.parse(value);
    } catch {
      return [];
    }
  }
  if (!isObject(geometry)) return [];
  return geometry.type === 'Point'
    ? pairsOf([geometry.coordinates])
    : pairsOf(geometry.coordinates);
}

interface Context {
  readonly tables: NetTables;
  readonly byIndex: ReadonlyMap<number, ImportedNode>;
  readonly utilityOf: (junction: number) => UtilityNetwork;
  readonly file: string;
  readonly places: Places;
}

function toNode(row: NetRow, tables: NetTables, places: Places, coverM: number): ImportedNode {
  const [x, y] = places.at(row);
  const heightM = row.number('height_m', 0);
  const isFed = ['ext_grid', 'source'].some(
    (table) => tables.at(table, 'junction', row.index).length > 0,
  );
  const sinks = tables
    .at('sink', 'junction', row.index)
    .filter((sink) => sink.get('in_service') !== false);
  const demand = sinks.reduce(
    (sum, sink) => sum + sink.number('mdot_kg_per_s', 0) * sink.number('scaling', 1),
    0,
  );
  const substation = row.get('substation');
  return {
    id: `J-${row.index}`,
    at: row.at,
    kind: isFed
      ? 'station'
      : substation !== undefined && substation !== null
        ? 'substation'
        : 'junction',
    point: [x, y, heightM - coverM],
    rimM: heightM,
    more: {
      name: row.text('name') || undefined,
      ...(isFed ? { source: true } : {}),
      ...(sinks.length > 0 ? { demand_kg_s: demand, customers: sinks.length } : {}),
      nominalPressure_Pa: Math.round(row.number('pn_bar', 0) * 1e5),
    },
    raw: row.record,
  };
}

function toPipe(row: NetRow, context: Context): ImportedPipe {
  const { places, tables } = context;
  const [start, end] = endsOf(row, 'from_junction', 'to_junction', context);
  const bends = places.bends(row);
  const line = toLine(start.point, bends, end.point);
  const type = row.text('std_type') || row.text('stanet_std_type');
  return {
    id: ownName(row, tables),
    at: row.at,
    network: context.utilityOf(row.number('from_junction')),
    role: 'main',
    status: row.get('in_service') === false ? 'outOfService' : 'inService',
    from: start.id,
    to: end.id,
    line,
    shape: 'circle',
    innerM: row.number('diameter_m', row.number('inner_diameter_mm', Number.NaN) / 1000),
    material: /\bPE\b/.test(type) ? 'PE' : /steel|ST/i.test(type) ? 'steel' : undefined,
    materialRaw: type || undefined,
    coverM: start.rimM === undefined ? undefined : start.rimM - start.point[2],
    zSource: 'default',
    lengthM: row.number('length_km') * 1000,
    roughness: { model: 'colebrook', value: row.number('k_mm', 0) / 1000 },
    more: {
      minorLoss: row.number('loss_coefficient', 0),
      heatLoss_W_m2K: row.number('alpha_w_per_m2k', row.number('u_w_per_m2k', 0)),
    },
    raw: row.record,
  };
}

/** Its name where no other pipe has it, else its number. */
function ownName(row: NetRow, tables: NetTables): string {
  const name = row.text('name');
  const isOwn = name !== '' && tables.named('pipe', name).length === 1;
  return isOwn ? name : `P-${row.index}`;
}

function toDevice(
  row: NetRow,
  table: string,
  kind: ImportedDevice['kind'],
  fromName: string,
  toName: string,
  context: Context,
): ImportedDevice {
  const [start, end] = endsOf(row, fromName, toName, context);
  const load = row.number('qext_w', Number.NaN);
  return {
    id: `${table}-${row.index}`,
    at: row.at,
    kind,
    from: start.id,
    to: end.id,
    isClosed: row.get('opened') === false || row.get('in_service') === false,
    point: start.point,
    diameterM: optional(row.number('diameter_m', Number.NaN)),
    more: {
      name: row.text('name') || undefined,
      ...(Number.isFinite(load) ? { design_kW: load / 1000 } : {}),
    },
    raw: row.record,
  };
}

const optional = (value: number) => (Number.isFinite(value) ? value : undefined);

function endsOf(row: NetRow, fromName: string, toName: string, { byIndex, file }: Context) {
  const ends = [row.number(fromName), row.number(toName)].map((index) => {
    const node = byIndex.get(index);
    if (node) return node;
    throw new InputError(
      { file, at: row.at },
      `it ends at junction ${index}, which does not exist.`,
    );
  });
  return [ends[0]!, ends[1]!] as const;
}
