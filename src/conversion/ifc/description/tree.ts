// Parents → pre-order. Whatever the parents say, the result is a tree over all nodes: cycles are cut, and what
// has no parent hangs below the root.

export interface Tree {
  /** Node by row. */
  readonly nodes: Int32Array;
  /** Row by node. */
  readonly row: Int32Array;
  /** Row of the parent by row, -1 for roots. */
  readonly parent: Int32Array;
  /** By row: one behind its last part. */
  readonly subtreeEnd: Uint32Array<ArrayBuffer>;
  /** Nodes that hang below the root only because they had no parent. */
  readonly orphans: readonly number[];
  /** Nodes at which a cycle was cut. */
  readonly cycles: readonly number[];
}

/**
 * `parent` by node, -1 for none. `roots` are nodes that need no parent; the first takes orphans, which are roots
 * themselves where there is none. `compare` orders siblings.
 */
export function plantTree(
  parent: Int32Array,
  roots: readonly number[],
  compare: (a: number, b: number) => number,
): Tree {
  const count = parent.length;
  const above = parent.slice();
  const root = roots[0] ?? -1;
  for (const one of roots) above[one] = -1;
  const isRoot = new Set(roots);
  const orphans: number[] = [];
  for (let node = 0; node < count; node++) {
    if (above[node]! >= 0 || isRoot.has(node)) continue;
    orphans.push(node);
    above[node] = root;
  }
  const cycles = cutCycles(above, root);
  return { ...toPreOrder(above, compare), orphans, cycles };
}

/** Hangs one node of each cycle below the root; changes `above`. */
function cutCycles(above: Int32Array, root: number): number[] {
  const cut: number[] = [];
  const seen = new Int32Array(above.length);
  for (let start = 0; start < above.length; start++) {
    const mark = start + 1;
    let node = start;
    while (node >= 0 && seen[node] === 0) {
      seen[node] = mark;
      node = above[node]!;
    }
    if (node >= 0 && seen[node] === mark) {
      cut.push(node);
      above[node] = root;
    }
  }
  return cut;
}

function toPreOrder(above: Int32Array, compare: (a: number, b: number) => number) {
  const count = above.length;
  const first = new Uint32Array(count + 2);
  for (const one of above) first[one + 2]!++;
  for (let at = 1; at < first.length; at++) first[at]! += first[at - 1]!;
  const next = first.slice();
  const parts = new Int32Array(count);
  for (let node = 0; node < count; node++) parts[next[above[node]! + 1]!++] = node;

  const nodes = new Int32Array(count);
  const row = new Int32Array(count);
  const parent = new Int32Array(count);
  const subtreeEnd = new Uint32Array(count);
  let rows = 0;
  const open: number[] = [];
  const push = (node: number) => {
    const own = Array.from(parts.subarray(first[node + 1], first[node + 2]));
    for (const part of own.sort(compare).reverse()) open.push(part);
  };
  push(-1);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node < 0) {
      subtreeEnd[row[~node]!] = rows;
      continue;
    }
    nodes[rows] = node;
    row[node] = rows;
    parent[rows] = above[node]! < 0 ? -1 : row[above[node]!]!;
    rows++;
    open.push(~node);
    push(node);
  }
  return { nodes, row, parent, subtreeEnd };
}
