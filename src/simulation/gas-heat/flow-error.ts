// A solve that can't go on: what stands against it, and at which elements.

/** Rows of the problem's tables that the sentence speaks of. */
export interface FlowPlaces {
  readonly nodes?: readonly number[];
  readonly links?: readonly number[];
}

export type FlowReason =
  /** The problem itself contradicts itself or lacks something. */
  | 'input'
  /** The flows that are asked for would need less than no pressure. */
  | 'tooMuchDemand'
  /** More comes into a part than leaves it. */
  | 'noWayOut'
  | 'notConverged';

export class FlowError extends Error {
  override readonly name = 'FlowError';
  readonly reason: FlowReason;
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  constructor(reason: FlowReason, sentence: string, { nodes = [], links = [] }: FlowPlaces = {}) {
    super(sentence);
    this.reason = reason;
    this.nodes = nodes;
    this.links = links;
  }
}
