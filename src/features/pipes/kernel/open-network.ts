// An open network with what is found out about it when first asked: its graph, its segments, what they cost.

import type { PipeNetwork } from '#model/pipe-network.ts';
import { findCosts, type SegmentCosts } from '#simulation/network/criticality.ts';
import { buildGraph, type NetworkGraph } from '#simulation/network/graph.ts';
import type { PreparedNetwork } from '#simulation/network/isolate.ts';
import { findSegments, type Segments } from '#simulation/network/segments.ts';
import type { ElementKind } from '../contract/answers.ts';
import type { NetworkBase, NetworkValues } from '../contract.ts';
import { idsOf, type PlacedNetwork } from './index-space.ts';

/** The element's properties as the city handed them over. */
export type ReadProperties = (kind: ElementKind, row: number) => Readonly<Record<string, unknown>>;

export class KnownNetwork implements PlacedNetwork, PreparedNetwork {
  readonly network: PipeNetwork;
  readonly properties: ReadProperties;
  base: NetworkBase;
  /** The latest that a solver found. */
  values: NetworkValues | undefined;
  #graph: NetworkGraph | undefined;
  #segments: Segments | undefined;
  #costs: SegmentCosts | undefined;
  #rows = new Map<ElementKind, ReadonlyMap<string, number>>();

  constructor({ network, base }: PlacedNetwork, properties: ReadProperties) {
    this.network = network;
    this.base = base;
    this.properties = properties;
  }

  get graph(): NetworkGraph {
    this.#graph ??= buildGraph(this.network);
    return this.#graph;
  }

  get segments(): Segments {
    this.#segments ??= findSegments(this.network, this.graph);
    return this.#segments;
  }

  /** In normal operation. */
  get costs(): SegmentCosts {
    this.#costs ??= findCosts(this);
    return this.#costs;
  }

  /** Finds out what every question about a closure needs. */
  prepare(): void {
    this.#segments ??= findSegments(this.network, this.graph);
    this.rowOf('link', '');
  }

  rowOf(kind: ElementKind, id: string): number | undefined {
    let rows = this.#rows.get(kind);
    if (!rows) {
      rows = new Map(idsOf(this.network, kind).map((one, row) => [one, row]));
      this.#rows.set(kind, rows);
    }
    return rows.get(id);
  }
}
