// A day of the town's water, for the tests beside this file.

import type { HydraulicModel } from './hydraulics.ts';

/** What the tests ask of a day: m and m³/s, by id. */
export interface Day {
  readonly warnings: readonly string[];
  readonly least: ReadonlyMap<string, number>;
  readonly greatest: ReadonlyMap<string, number>;
  /** Greatest flow of each link, m³/s. */
  readonly peak: ReadonlyMap<string, number>;
  /** Heads at 7 o'clock and at the end. */
  readonly morning: ReadonlyMap<string, number>;
  readonly end: ReadonlyMap<string, number>;
  /** Water that passed each link in the day, m³. */
  readonly passed: ReadonlyMap<string, number>;
}

/** Solves the file's whole day. */
export function runDay(one: HydraulicModel): Day {
  const [nodes, links] = [one.nodeIds, one.linkIds];
  const least = new Float64Array(nodes.length).fill(Infinity);
  const greatest = new Float64Array(nodes.length).fill(-Infinity);
  const [peak, passed] = [new Float64Array(links.length), new Float64Array(links.length)];
  let [morning, end]: (readonly number[])[] = [[], []];
  const warnings = one.run(({ timeS, lengthS, headsM, pressuresM, flowsM3s }) => {
    for (const [node, pressure] of pressuresM.entries()) {
      least[node] = Math.min(least[node]!, pressure);
      greatest[node] = Math.max(greatest[node]!, pressure);
    }
    for (const [link, flow] of flowsM3s.entries()) {
      peak[link] = Math.max(peak[link]!, Math.abs(flow));
      passed[link]! += flow * lengthS;
    }
    if (timeS <= 7 * 3600) morning = headsM;
    end = headsM;
  });
  const named = (ids: readonly string[], values: ArrayLike<number>) =>
    new Map(ids.map((id, index) => [id, values[index]!]));
  return {
    warnings,
    ...{ least: named(nodes, least), greatest: named(nodes, greatest) },
    ...{ peak: named(links, peak), passed: named(links, passed) },
    ...{ morning: named(nodes, morning!), end: named(nodes, end!) },
  };
}
