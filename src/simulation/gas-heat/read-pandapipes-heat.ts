// A district heating network of pandapipes (pipes, valves, heat consumers, circulation pumps) as a `HeatProblem`.

import type { FrictionModel } from './friction.ts';
import type { HeatProblem } from './heat-problem.ts';
import type { PandapipesNet, PandasTable } from './read-pandapipes.ts';

const celsius = 273.15;

export interface PandapipesHeat {
  readonly problem: HeatProblem;
  /** Index of the junction of each node row. */
  readonly nodeIds: readonly number[];
}

export function toHeatProblem(net: PandapipesNet, friction: FrictionModel): PandapipesHeat {
  const junction = net.table('junction');
  const rowOf = new Map(junction.index.map((id, row) => [id, row]));
  const pipe = net.table('pipe');
  const valve = net.table('valve');
  const consumer = net.table('heat_consumer');
  const pump = net.table('circ_pump_pressure');
  const rows = (table: PandasTable, name: string) =>
    Uint32Array.from(table.rows, (_, row) => rowOf.get(table.number(row, name)) ?? 0);
  const column = (table: PandasTable, name: string, factor = 1) =>
    Float64Array.from(table.rows, (_, row) => table.number(row, name) * factor);
  const join = (ofPipes: Float64Array, ofValves: number) =>
    Float64Array.from([...ofPipes, ...new Array(valve.length).fill(ofValves)]);
  const inner = column(pipe, 'diameter_m');
  const isOff = (table: PandasTable, name: string) =>
    table.rows.map((_, row) => (table.cell(row, name) === false ? 1 : 0));
  const lift = pump.number(0, 'plift_bar') * 1e5;
  return {
    nodeIds: junction.index,
    problem: {
      friction,
      nodes: { heightM: column(junction, 'height_m') },
      pipes: {
        from: Uint32Array.from([...rows(pipe, 'from_junction'), ...rows(valve, 'from_junction')]),
        to: Uint32Array.from([...rows(pipe, 'to_junction'), ...rows(valve, 'to_junction')]),
        lengthM: join(column(pipe, 'length_km', 1000), 0),
        innerM: join(inner, Number.NaN),
        roughnessM: join(column(pipe, 'k_mm', 0.001), Number.NaN),
        lossCoefficient: join(column(pipe, 'loss_coefficient'), 0),
        lossWmK: join(
          column(pipe, 'alpha_w_per_m2k').map((alpha, row) => alpha * Math.PI * inner[row]!),
          0,
        ),
        aroundC: join(
          column(pipe, 'text_k').map((kelvin) => kelvin - celsius),
          0,
        ),
        isClosed: Uint8Array.from([...isOff(pipe, 'in_service'), ...isOff(valve, 'opened')]),
      },
      consumers: {
        from: rows(consumer, 'from_junction'),
        to: rows(consumer, 'to_junction'),
        heatW: column(consumer, 'qext_w'),
        returnC: column(consumer, 'treturn_k').map((kelvin) => kelvin - celsius),
        flowKgs: column(consumer, 'controlled_mdot_kg_per_s'),
      },
      plants: {
        from: rows(pump, 'return_junction'),
        to: rows(pump, 'flow_junction'),
        supplyC: column(pump, 't_flow_k').map((kelvin) => kelvin - celsius),
        liftPa: column(pump, 'plift_bar', 1e5),
        isStopped: Uint8Array.from(isOff(pump, 'in_service')),
      },
      holdingPa: pump.number(0, 'p_flow_bar') * 1e5 - lift,
    },
  };
}
