// Gas against STANET, the hydraulics of Schutterwald's tree against the results kept in its file, and its district
// heat against sums along the tree that share no code with the solver.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GasProblem, solveGas } from '#simulation/gas-heat/gas.ts';
import { solveHeat } from '#simulation/gas-heat/heat.ts';
import type { HeatProblem } from '#simulation/gas-heat/heat-problem.ts';
import { readPandapipes, toGasProblem } from '#simulation/gas-heat/read-pandapipes.ts';
import { toHeatProblem } from '#simulation/gas-heat/read-pandapipes-heat.ts';
import { waterDensity, waterHeat } from '#simulation/gas-heat/water-properties.ts';
import type { ReportRow } from '../report.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/gas-heat/', import.meta.url));

const row = (
  name: string,
  metric: string,
  value: number,
  limit: number,
  unit: string,
  source: string,
): ReportRow => ({ case: name, metric, value, limit, unit, pass: value <= limit, source });

export async function validateGasHeat(): Promise<ReportRow[]> {
  if (!existsSync(FOLDER)) {
    console.warn(`Gas and heat are not validated: ${FOLDER} is missing.`);
    return [];
  }
  const cases = readdirSync(FOLDER).filter((file) => /_(N|PC)\.json$/.test(file));
  const heat = readFileSync(`${FOLDER}sw_heat.json`, 'utf8');
  return [...cases.sort().map(stanetRow), ...keptRows(heat), ...heatRows(heat)];
}

function stanetRow(file: string): ReportRow {
  const net = readPandapipes(readFileSync(FOLDER + file, 'utf8'));
  const model = file.endsWith('_N.json') ? 'nikuradse' : 'colebrook';
  const { problem, airPa, stanetPa } = toGasProblem(net, model);
  const { pressurePa } = solveGas(problem);
  const worst = stanetPa.reduce((most, expected, node) => {
    if (Number.isNaN(expected)) return most;
    return Math.max(most, Math.abs((pressurePa[node]! - airPa[node]!) / expected - 1));
  }, 0);
  const source = 'p_stanet in the file (pandapipes, BSD-3)';
  return row(`gas ${file.replace('.json', '')}`, 'pressure off STANET', worst, 1e-4, '1', source);
}

/** Inner diameters of the pipes' types, DIN 8074 SDR 11, m. */
const innerOf: Readonly<Record<string, number>> = {
  '180 PE 100 SDR 11': 0.1472,
  '125 PE 100 SDR 11': 0.1022,
};

/**
 * The results in `sw_heat.json` are those of a gas flow through its supply tree from before it became a heating
 * network (normal volumes, 10 °C, diameters of the pipes' types): they test the hydraulics, not the temperatures.
 */
function keptRows(text: string): ReportRow[] {
  const net = readPandapipes(text);
  const [pipe, kept] = [net.table('pipe'), net.table('res_pipe')];
  const [junction, pressures] = [net.table('junction'), net.table('res_junction')];
  const rowOf = new Map(pressures.index.map((id, at) => [id, at]));
  const extra = new Map<number, number>();
  const nodeOf = (id: number) => rowOf.get(id) ?? extra.get(id) ?? addNode(id);
  const addNode = (id: number) => {
    extra.set(id, rowOf.size + extra.size);
    return rowOf.size + extra.size - 1;
  };
  const pipeRow = new Map(pipe.index.map((id, at) => [id, at]));
  const rows = kept.index.map((id) => pipeRow.get(id)!);
  const from = rows.map((at) => nodeOf(pipe.number(at, 'from_junction')));
  const to = rows.map((at) => nodeOf(pipe.number(at, 'to_junction')));
  const valve = net.table('valve');
  for (let at = 0; at < valve.length; at++) {
    if (!rowOf.has(valve.number(at, 'from_junction'))) continue;
    from.push(nodeOf(valve.number(at, 'from_junction')));
    to.push(nodeOf(valve.number(at, 'to_junction')));
  }
  const count = rowOf.size + extra.size;
  const demandKgs = new Float64Array(count);
  for (const at of kept.index.keys()) {
    demandKgs[from[at]!]! -= kept.number(at, 'mdot_from_kg_per_s');
    demandKgs[to[at]!]! += kept.number(at, 'mdot_from_kg_per_s');
  }
  const fixedPa = new Float64Array(count).fill(Number.NaN);
  const source = nodeOf(valve.number(0, 'from_junction'));
  fixedPa[source] = pressures.number(source, 'p_bar') * 1e5 + 101_325;
  for (const node of [source, ...extra.values()]) demandKgs[node] = 0;
  const heights = new Map(junction.index.map((id, at) => [id, junction.number(at, 'height_m')]));
  const heightM = new Float64Array(count);
  for (const [id, node] of [...rowOf, ...extra]) heightM[node] = heights.get(id) ?? 0;
  const column = (read: (at: number) => number, rest: number) =>
    Float64Array.from(from, (_, at) => (at < rows.length ? read(rows[at]!) : rest));
  const lengthM = column((at) => pipe.number(at, 'length_km') * 1000, 0);
  const problem: GasProblem = {
    gas: {
      ...{ name: 'gas of STANET', densityKgm3: 0.84, viscosityPas: 1.193e-5 },
      ...{ compressibilityPerPa: -2.2e-8, heatingJm3: Number.NaN },
    },
    friction: 'nikuradse',
    nodes: { heightM, temperatureK: new Float64Array(count).fill(283.15), demandKgs, fixedPa },
    links: {
      kind: Uint8Array.from(from, (_, at) => (lengthM[at]! > 0 ? 0 : 1)),
      from: Uint32Array.from(from),
      to: Uint32Array.from(to),
      lengthM,
      innerM: column((at) => innerOf[pipe.text(at, 'stanet_std_type')] ?? Number.NaN, 0),
      roughnessM: column(() => 1e-4, 0),
      lossCoefficient: new Float64Array(from.length),
      isClosed: new Uint8Array(from.length),
      setting: new Float64Array(from.length).fill(Number.NaN),
    },
    pumps: new Map(),
  };
  const { pressurePa, flowKgs } = solveGas(problem);
  let [flowMiss, lossMiss, velocityMiss] = [0, 0, 0];
  for (const node of rowOf.values()) {
    const expected = pressures.number(node, 'p_bar') * 1e5;
    const found = pressurePa[node]! - 101_325;
    lossMiss = Math.max(lossMiss, Math.abs(found / expected - 1));
  }
  const most = flowKgs.reduce((best, one) => Math.max(best, Math.abs(one)), 0);
  for (const at of kept.index.keys()) {
    const expected = kept.number(at, 'mdot_from_kg_per_s');
    flowMiss = Math.max(flowMiss, Math.abs(flowKgs[at]! - expected) / most);
    const speed = kept.number(at, 'v_mean_m_per_s');
    if (Math.abs(speed) > 0.05) {
      const mean = (pressurePa[from[at]!]! + pressurePa[to[at]!]!) / 2;
      const inner = problem.links.innerM[at]!;
      const normal = (101_325 / mean) * (283.15 / 273.15) * (1 - 2.2e-8 * mean);
      const own = ((flowKgs[at]! / 0.84) * normal) / ((Math.PI / 4) * inner * inner);
      velocityMiss = Math.max(velocityMiss, Math.abs(own / speed - 1));
    }
  }
  const said = 'res_junction and res_pipe of sw_heat.json: a gas flow through its supply tree';
  return [
    row('sw_heat, kept results', 'gauge pressure', lossMiss, 0.01, '1', said),
    row('sw_heat, kept results', 'mass flow by the greatest', flowMiss, 0.01, '1', said),
    row('sw_heat, kept results', 'velocity', velocityMiss, 0.01, '1', said),
  ];
}

/** Walks the supply tree from the plant: every flow, loss and temperature in closed form. */
function heatRows(text: string): ReportRow[] {
  const { problem } = toHeatProblem(readPandapipes(text), 'nikuradseLiquid');
  const state = solveHeat(problem);
  const { pipes, consumers, plants } = problem;
  const capacity = waterHeat(plants.supplyC[0]!);
  const density = waterDensity(plants.supplyC[0]!);
  const around = new Map<number, number[]>();
  for (let pipe = 0; pipe < pipes.from.length; pipe++) {
    for (const node of [pipes.from[pipe]!, pipes.to[pipe]!]) {
      around.set(node, [...(around.get(node) ?? []), pipe]);
    }
  }
  const asked = new Map<number, number>();
  for (const [at, node] of consumers.from.entries()) {
    asked.set(node, (asked.get(node) ?? 0) + consumers.flowKgs[at]!);
  }
  const start = plants.to[0]!;
  const order: { node: number; pipe: number; before: number }[] = [
    { node: start, pipe: -1, before: -1 },
  ];
  const seen = new Set([start]);
  for (const { node } of order) {
    for (const pipe of around.get(node) ?? []) {
      const other = pipes.from[pipe] === node ? pipes.to[pipe]! : pipes.from[pipe]!;
      if (seen.has(other)) continue;
      seen.add(other);
      order.push({ node: other, pipe, before: node });
    }
  }
  const flow = new Map<number, number>();
  for (const { node, before } of [...order].reverse()) {
    flow.set(node, (flow.get(node) ?? 0) + (asked.get(node) ?? 0));
    if (before >= 0) flow.set(before, (flow.get(before) ?? 0) + flow.get(node)!);
  }
  const temperature = new Map([[start, plants.supplyC[0]!]]);
  const lost = new Map([[start, 0]]);
  let [worstC, worstFlow, worstLoss] = [0, 0, 0];
  for (const { node, pipe, before } of order.slice(1)) {
    const own = flow.get(node)!;
    const length = pipes.lengthM[pipe]!;
    const ta = pipes.aroundC[pipe]!;
    const fading = Math.exp(-(pipes.lossWmK[pipe]! * length) / (own * capacity));
    temperature.set(node, own > 0 ? ta + (temperature.get(before)! - ta) * fading : Number.NaN);
    lost.set(node, lost.get(before)! + lossOf(pipes, pipe, own, density));
    worstFlow = Math.max(worstFlow, Math.abs(Math.abs(state.pipes.flowKgs[pipe]!) - own) / 15.4);
    if (own > 0.01)
      worstC = Math.max(worstC, Math.abs(state.nodeC[node]! - temperature.get(node)!));
  }
  for (const node of consumers.from) {
    const height =
      9.80665 * density * (problem.nodes.heightM[start]! - problem.nodes.heightM[node]!);
    const expected = state.pressurePa[start]! + height - lost.get(node)!;
    worstLoss = Math.max(worstLoss, Math.abs(state.pressurePa[node]! / expected - 1));
  }
  const given = state.plants.heatW[0]!;
  const used = consumers.heatW.reduce((sum, one) => sum + one, 0);
  const said = 'sums along the tree, without the solver';
  return [
    row('sw_heat', 'flow by the plant’s', worstFlow, 1e-3, '1', said),
    row('sw_heat', 'supply temperature', worstC, 0.01, 'K', said),
    row('sw_heat', 'pressure at consumers', worstLoss, 0.01, '1', said),
    row('sw_heat', 'heat balance', Math.abs(given - used - state.lossW) / given, 1e-3, '1', said),
  ];
}

function lossOf(pipes: HeatProblem['pipes'], pipe: number, kgs: number, density: number): number {
  const inner = pipes.innerM[pipe]!;
  if (!(pipes.lengthM[pipe]! > 0) || kgs === 0) return 0;
  const area = (Math.PI / 4) * inner * inner;
  const viscosity = 4.04e-4;
  const laminar = (64 * viscosity * area) / (kgs * inner);
  const rough = 1 / (2 * Math.log10((3.71 * inner) / pipes.roughnessM[pipe]!)) ** 2;
  return (((laminar + rough) * pipes.lengthM[pipe]!) / inner) * ((kgs / area) ** 2 / (2 * density));
}
