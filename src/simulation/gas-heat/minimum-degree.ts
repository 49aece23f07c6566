// Order in which to eliminate the nodes of a graph so that few new edges appear: always one with the fewest
// neighbours left. Tinney and Walker (1967), scheme 2; a tree gets no new edge at all.

/** Nodes in order of elimination; ties go to the lowest number, so the same graph gets the same order. */
export function orderByMinimumDegree(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Uint32Array {
  const neighbours = Array.from({ length: nodeCount }, () => new Set<number>());
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge]!;
    const b = to[edge]!;
    if (a === b) continue;
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  const queue = new DegreeQueue(neighbours.map((set) => set.size));
  const order = new Uint32Array(nodeCount);
  for (let step = 0; step < nodeCount; step++) {
    const node = queue.takeLeast();
    order[step] = node;
    const around = [...neighbours[node]!];
    for (const [place, one] of around.entries()) {
      const own = neighbours[one]!;
      own.delete(node);
      for (let other = place + 1; other < around.length; other++) {
        own.add(around[other]!);
        neighbours[around[other]!]!.add(one);
      }
    }
    for (const one of around) queue.move(one, neighbours[one]!.size);
    neighbours[node]!.clear();
  }
  return order;
}

/** Lists of nodes by degree; a node that moved leaves its old entry behind, which is skipped later. */
class DegreeQueue {
  readonly #degrees: Int32Array;
  readonly #lists: number[][] = [];
  #least = 0;

  constructor(degrees: readonly number[]) {
    this.#degrees = Int32Array.from(degrees);
    for (let node = degrees.length - 1; node >= 0; node--) this.#listOf(degrees[node]!).push(node);
  }

  takeLeast(): number {
    for (;;) {
      const node = this.#listOf(this.#least).pop();
      if (node === undefined) this.#least++;
      else if (this.#degrees[node] === this.#least) {
        this.#degrees[node] = -1;
        return node;
      }
    }
  }

  move(node: number, degree: number): void {
    if (this.#degrees[node] === degree) return;
    this.#degrees[node] = degree;
    this.#listOf(degree).push(node);
    if (degree < this.#least) this.#least = degree;
  }

  #listOf(degree: number): number[] {
    let list = this.#lists[degree];
    if (!list) {
      list = [];
      this.#lists[degree] = list;
    }
    return list;
  }
}
