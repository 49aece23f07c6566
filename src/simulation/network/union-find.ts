// Disjoint sets with path halving and union by size (Tarjan & van Leeuwen 1984): nearly constant time a step.

export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, one) => one);
    this.#size = new Int32Array(count).fill(1);
  }

  find(one: number): number {
    const parent = this.#parent;
    let at = one;
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    let [large, small] = [this.find(a), this.find(b)];
    if (large === small) return;
    if (this.#size[large]! < this.#size[small]!) [large, small] = [small, large];
    this.#parent[small] = large;
    this.#size[large]! += this.#size[small]!;
  }

  /** Number of each one's set, counted from 0 in the order of their first members. */
  label(): { readonly of: Uint32Array; readonly count: number } {
    const length = this.#parent.length;
    const numberOf = new Int32Array(length).fill(-1);
    const of = new Uint32Array(length);
    let count = 0;
    for (let one = 0; one < length; one++) {
      const root = this.find(one);
      if (numberOf[root]! < 0) numberOf[root] = count++;
      of[one] = numberOf[root]!;
    }
    return { of, count };
  }
}
