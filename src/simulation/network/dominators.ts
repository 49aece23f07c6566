// Immediate dominators of a directed graph from one root: v's dominator is what every way from the root to v passes
// last. Of a graph whose edges go both ways these are its articulation points (Tarjan 1972), with one-way links they
// stay exact. Lengauer & Tarjan 1979, doi:10.1145/357062.357071, with path compression; without recursion.

export interface Digraph {
  readonly count: number;
  /** Heads of the edges by tail: `heads[start[v]]` … `heads[start[v + 1] - 1]`. */
  readonly start: Uint32Array;
  readonly heads: Uint32Array;
}

export interface Dominators {
  /** Of each vertex; −1 of the root and of what is not reached. */
  readonly dominator: Int32Array;
  /** Reached vertices, the root first; each after the vertex that dominates it. */
  readonly order: Uint32Array;
}

export function findDominators({ count, start, heads }: Digraph, root: number): Dominators {
  const number = new Int32Array(count).fill(-1);
  const vertex = new Uint32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const reached = numberDepthFirst({ count, start, heads }, root, number, vertex, parent);
  const tails = reverse({ count, start, heads });

  const semi = Int32Array.from(number);
  const best = Int32Array.from({ length: count }, (_, one) => one);
  const ancestor = new Int32Array(count).fill(-1);
  const dominator = new Int32Array(count).fill(-1);
  const bucket = new Int32Array(count).fill(-1);
  const nextInBucket = new Int32Array(count).fill(-1);
  const path = new Uint32Array(count);

  /** The vertex of least semidominator on the way up from `one`; shortens the way. */
  const evaluate = (one: number): number => {
    if (ancestor[one]! < 0) return one;
    let length = 0;
    for (let at = one; ancestor[ancestor[at]!]! >= 0; at = ancestor[at]!) path[length++] = at;
    while (length-- > 0) {
      const at = path[length]!;
      const above = ancestor[at]!;
      if (semi[best[above]!]! < semi[best[at]!]!) best[at] = best[above]!;
      ancestor[at] = ancestor[above]!;
    }
    return best[one]!;
  };

  for (let at = reached - 1; at > 0; at--) {
    const one = vertex[at]!;
    for (let edge = tails.start[one]!; edge < tails.start[one + 1]!; edge++) {
      const tail = tails.heads[edge]!;
      if (number[tail]! < 0) continue;
      const least = semi[evaluate(tail)]!;
      if (least < semi[one]!) semi[one] = least;
    }
    const semidominator = vertex[semi[one]!]!;
    nextInBucket[one] = bucket[semidominator]!;
    bucket[semidominator] = one;
    const above = parent[one]!;
    ancestor[one] = above;
    for (let waiting = bucket[above]!; waiting >= 0; waiting = nextInBucket[waiting]!) {
      const least = evaluate(waiting);
      dominator[waiting] = semi[least]! < semi[waiting]! ? least : above;
    }
    bucket[above] = -1;
  }
  for (let at = 1; at < reached; at++) {
    const one = vertex[at]!;
    if (dominator[one] !== vertex[semi[one]!]) dominator[one] = dominator[dominator[one]!]!;
  }
  return { dominator, order: vertex.subarray(0, reached) };
}

function numberDepthFirst(
  { start, heads, count }: Digraph,
  root: number,
  number: Int32Array,
  vertex: Uint32Array,
  parent: Int32Array,
): number {
  const stack = new Uint32Array(count);
  const edge = start.slice(0, count);
  let [depth, reached] = [0, 0];
  const enter = (one: number) => {
    number[one] = reached;
    vertex[reached++] = one;
    stack[depth++] = one;
  };
  enter(root);
  while (depth > 0) {
    const one = stack[depth - 1]!;
    const at = edge[one]!++;
    if (at >= start[one + 1]!) {
      depth--;
      continue;
    }
    const head = heads[at]!;
    if (number[head]! >= 0) continue;
    parent[head] = one;
    enter(head);
  }
  return reached;
}

/** The same edges the other way round. */
export function reverse({ count, start, heads }: Digraph): Digraph {
  const turned = new Uint32Array(count + 1);
  for (const head of heads) turned[head + 1]!++;
  for (let one = 0; one < count; one++) turned[one + 1]! += turned[one]!;
  const next = turned.slice();
  const tails = new Uint32Array(heads.length);
  for (let one = 0; one < count; one++) {
    for (let at = start[one]!; at < start[one + 1]!; at++) tails[next[heads[at]!]!++] = one;
  }
  return { count, start: turned, heads: tails };
}

/** Edges given as tail, head pairs; only the first `length` numbers count. */
export function toDigraph(count: number, pairs: Uint32Array, length = pairs.length): Digraph {
  const start = new Uint32Array(count + 1);
  for (let at = 0; at < length; at += 2) start[pairs[at]! + 1]!++;
  for (let one = 0; one < count; one++) start[one + 1]! += start[one]!;
  const next = start.slice();
  const heads = new Uint32Array(length / 2);
  for (let at = 0; at < length; at += 2) heads[next[pairs[at]!]!++] = pairs[at + 1]!;
  return { count, start, heads };
}
