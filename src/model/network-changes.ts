// What differs from a network's normal operation: what an incident did and what people did about it. Ids are
// those of the network's elements; SI.

export interface NetworkChanges {
  /** Ids of valves of the valve table that are closed beside those that always are, in order of closing. */
  readonly closedValves: readonly string[];
  /** Ids of valves that are usually closed and have been opened. */
  readonly openedValves: readonly string[];
  /** Ids of valves that can't be turned, as somebody found out, though the register says otherwise. */
  readonly stuckValves?: readonly string[];
  /** Ids of links (pipes, pumps, regulators) that let nothing through. */
  readonly closedLinks: readonly string[];
  readonly bursts: readonly Burst[];
  /** Ids of pumps without power. */
  readonly stoppedPumps: readonly string[];
  /** Water taken beside the usual demand: an open hydrant, m³/s by node id. */
  readonly extraDemands: readonly ExtraDemand[];
}

export interface Burst {
  readonly link: string;
  /** Where along it, from `from` (0) to `to` (1). */
  readonly share: number;
  /** Area of the hole, m²; the flow out of it follows the pressure: q = Cd · A · √(2 g h). */
  readonly areaM2: number;
}

export interface ExtraDemand {
  readonly node: string;
  readonly flowM3s: number;
}

export const noChanges: NetworkChanges = {
  closedValves: [],
  openedValves: [],
  closedLinks: [],
  bursts: [],
  stoppedPumps: [],
  extraDemands: [],
};
