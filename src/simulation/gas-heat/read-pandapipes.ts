// Reads what pandapipes writes with `to_json`: a network whose tables are pandas DataFrames. Only what the solvers
// use; bar become Pa absolute, mm m.

import type { FrictionModel } from './friction.ts';
import type { GasProblem, LiftCurve } from './gas.ts';
import { airPressure, type Gas, normalK } from './gas-properties.ts';

type Cell = unknown;

export class PandasTable {
  readonly columns: readonly string[];
  readonly index: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  constructor(columns: readonly string[], index: readonly number[], rows: readonly Cell[][]) {
    this.columns = columns;
    this.index = index;
    this.rows = rows;
  }

  get length(): number {
    return this.rows.length;
  }

  cell(row: number, column: string): Cell {
    return this.rows[row]?.[this.columns.indexOf(column)];
  }

  /** NaN where the cell is empty or is no number. */
  number(row: number, column: string): number {
    const cell = this.cell(row, column);
    return typeof cell === 'number' ? cell : Number.NaN;
  }

  text(row: number, column: string): string {
    const cell = this.cell(row, column);
    return typeof cell === 'string' ? cell : '';
  }

  /** True where the column is missing: elements are in service unless they say otherwise. */
  isOn(row: number, column: string): boolean {
    return this.cell(row, column) !== false;
  }
}

export interface PandapipesNet {
  readonly table: (name: string) => PandasTable;
  /** A property of the fluid at a temperature: constant, linear or between points. */
  readonly property: (name: string, at: number) => number;
  readonly pumpCurve: (type: string) => readonly number[] | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects that pandapipes writes as text inside its text. */
const opened = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

const numbersOf = (value: unknown): number[] => {
  const inner = isRecord(value) && '_object' in value ? value._object : value;
  if (!Array.isArray(inner)) return [];
  return inner.map((one) => Number(isRecord(one) ? one._object : one));
};

/** Throws a sentence where the text is no pandapipes network. */
export function readPandapipes(text: string): PandapipesNet {
  const root: unknown = JSON.parse(text);
  const net = isRecord(root) ? opened(root._object) : undefined;
  if (!isRecord(net) || !('junction' in net)) {
    throw new TypeError('The text has no table of junctions: it is no pandapipes network.');
  }
  const fluid = isRecord(net.fluid) ? opened(net.fluid._object) : undefined;
  const properties = isRecord(fluid) && isRecord(fluid.all_properties) ? fluid.all_properties : {};
  return {
    table: (name) => toTable(net[name]),
    property: (name, at) => propertyAt(properties[name], at, name),
    pumpCurve: (type) => {
      const types = [net.std_types, net.std_type].find(isRecord);
      const pumps = types && isRecord(types.pump) ? types.pump : {};
      const own = pumps[type];
      const object = isRecord(own) ? opened(own._object) : undefined;
      return isRecord(object) ? numbersOf(object.reg_par) : undefined;
    },
  };
}

function toTable(value: unknown): PandasTable {
  const frame = isRecord(value) ? opened(value._object) : undefined;
  if (!isRecord(frame) || !Array.isArray(frame.data) || !Array.isArray(frame.columns)) {
    return new PandasTable([], [], []);
  }
  const rows = frame.data.filter((row): row is unknown[] => Array.isArray(row));
  const index = Array.isArray(frame.index) ? frame.index.map(Number) : rows.map((_, row) => row);
  return new PandasTable(frame.columns.map(String), index, rows);
}

function propertyAt(value: unknown, at: number, name: string): number {
  const kind = isRecord(value) ? String(value._class) : '';
  const object = isRecord(value) ? opened(value._object) : undefined;
  if (!isRecord(object)) throw new TypeError(`The fluid has no ${name}.`);
  const number = (part: unknown) => Number(isRecord(part) ? part._object : part);
  if (kind === 'FluidPropertyConstant') return number(object.value);
  if (kind === 'FluidPropertyLinear') return number(object.offset) + number(object.slope) * at;
  return between(numbersOf(object.x), numbersOf(object.y), at);
}

/** Straight between points and on beyond their ends. */
export function between(x: readonly number[], y: readonly number[], at: number): number {
  let end = 1;
  while (end < x.length - 1 && x[end]! < at) end++;
  const [left, right] = [x[end - 1]!, x[end]!];
  return y[end - 1]! + ((y[end]! - y[end - 1]!) * (at - left)) / (right - left);
}

export interface PandapipesGas {
  readonly problem: GasProblem;
  readonly nodeIds: readonly number[];
  /** Air pressure at each node, Pa, to turn gauge into absolute pressures. */
  readonly airPa: Float64Array;
  /** Gauge pressure of STANET where the file carries it, Pa; NaN elsewhere. */
  readonly stanetPa: Float64Array;
}

/** Pipes, valves, pumps, external grids, sinks and sources of a gas network. */
export function toGasProblem(net: PandapipesNet, friction: FrictionModel): PandapipesGas {
  const junction = net.table('junction');
  const rowOf = new Map(junction.index.map((id, row) => [id, row]));
  const count = junction.length;
  const column = (name: string) =>
    Float64Array.from({ length: count }, (_, row) => junction.number(row, name));
  const airPa = column('height_m').map(airPressure);
  const demandKgs = new Float64Array(count);
  for (const [name, sign] of [
    ['sink', 1],
    ['source', -1],
  ] as const) {
    const table = net.table(name);
    for (let row = 0; row < table.length; row++) {
      if (!table.isOn(row, 'in_service')) continue;
      const node = rowOf.get(table.number(row, 'junction'))!;
      demandKgs[node]! += sign * table.number(row, 'mdot_kg_per_s') * table.number(row, 'scaling');
    }
  }
  const fixedPa = new Float64Array(count).fill(Number.NaN);
  const grid = net.table('ext_grid');
  for (let row = 0; row < grid.length; row++) {
    const node = rowOf.get(grid.number(row, 'junction'))!;
    fixedPa[node] = grid.number(row, 'p_bar') * 1e5 + airPa[node]!;
  }

  const links: LinkDraft[] = [];
  const pumps = new Map<number, LiftCurve>();
  const pipe = net.table('pipe');
  const ends = (table: PandasTable, row: number) => ({
    from: rowOf.get(table.number(row, 'from_junction'))!,
    to: rowOf.get(table.number(row, 'to_junction'))!,
    isClosed: table.isOn(row, 'in_service') ? 0 : 1,
  });
  for (let row = 0; row < pipe.length; row++) {
    // A pipe of no length is an open valve.
    if (!(pipe.number(row, 'length_km') > 0)) {
      links.push({ ...ends(pipe, row), kind: 1 });
      continue;
    }
    links.push({
      ...ends(pipe, row),
      kind: 0,
      lengthM: pipe.number(row, 'length_km') * 1000,
      innerM: pipe.number(row, 'diameter_m'),
      roughnessM: pipe.number(row, 'k_mm') / 1000,
      loss: pipe.number(row, 'loss_coefficient'),
    });
  }
  const valve = net.table('valve');
  for (let row = 0; row < valve.length; row++) {
    const isShut = valve.cell(row, 'opened') === false;
    const { isClosed, ...rest } = ends(valve, row);
    links.push({ ...rest, kind: 1, isClosed: isShut ? 1 : isClosed });
  }
  const pump = net.table('pump');
  for (let row = 0; row < pump.length; row++) {
    const curve = net.pumpCurve(pump.text(row, 'std_type'));
    // The curve takes m³/h and gives bar.
    const last = (curve?.length ?? 0) - 1;
    const coefficients = curve?.map((one, power) => one * 1e5 * 3600 ** (last - power));
    if (coefficients) pumps.set(links.length, { coefficients, flowAt: 'mean' });
    links.push({ ...ends(pump, row), kind: 4 });
  }
  const kelvin = junction.number(0, 'tfluid_k');
  return {
    problem: {
      gas: toGas(net, kelvin),
      friction,
      nodes: { heightM: column('height_m'), temperatureK: column('tfluid_k'), demandKgs, fixedPa },
      links: toLinkTable(links),
      pumps,
    },
    nodeIds: junction.index,
    airPa,
    stanetPa: column('p_stanet').map((bar) => bar * 1e5),
  };
}

function toGas(net: PandapipesNet, kelvin: number): Gas {
  return {
    name: 'of the file',
    densityKgm3: net.property('density', normalK),
    viscosityPas: net.property('viscosity', kelvin),
    // The law of the file takes bar.
    compressibilityPerPa: (net.property('compressibility', 1) - 1) / 1e5,
    heatingJm3: Number.NaN,
  };
}

interface LinkDraft {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly isClosed: number;
  readonly lengthM?: number;
  readonly innerM?: number;
  readonly roughnessM?: number;
  readonly loss?: number;
}

function toLinkTable(links: readonly LinkDraft[]): GasProblem['links'] {
  const column = (read: (link: LinkDraft) => number | undefined, missing: number) =>
    Float64Array.from(links, (link) => read(link) ?? missing);
  return {
    kind: Uint8Array.from(links, ({ kind }) => kind),
    from: Uint32Array.from(links, ({ from }) => from),
    to: Uint32Array.from(links, ({ to }) => to),
    isClosed: Uint8Array.from(links, ({ isClosed }) => isClosed),
    lengthM: column(({ lengthM }) => lengthM, 0),
    innerM: column(({ innerM }) => innerM, 0),
    roughnessM: column(({ roughnessM }) => roughnessM, 0),
    lossCoefficient: column(({ loss }) => loss, 0),
    setting: new Float64Array(links.length).fill(Number.NaN),
  };
}
