// Solves A x = b for the sparse symmetric positive definite matrix of a network as L D Lᵀ: the pattern is worked
// out once, the numbers anew each time. Davis, "Algorithm 849: a concise sparse Cholesky package" (2005).

import { orderByMinimumDegree } from './minimum-degree.ts';

export class SparseLdl {
  readonly size: number;
  /** Entries of L below its diagonal. */
  readonly fill: number;
  readonly #order: Uint32Array;
  /** Upper part of the reordered matrix by column: rows, values, and where each edge's value goes. */
  readonly #columnStart: Uint32Array;
  readonly #row: Uint32Array;
  readonly #value: Float64Array;
  readonly #slotOfEdge: Int32Array;
  readonly #parent: Int32Array;
  readonly #lowerStart: Uint32Array;
  readonly #lowerRow: Uint32Array;
  readonly #lowerValue: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #work: Float64Array;
  readonly #mark: Int32Array;
  readonly #path: Uint32Array;
  readonly #used: Uint32Array;

  /** A matrix of `size` rows with an entry for each edge; several edges between two rows add up. */
  constructor(size: number, from: ArrayLike<number>, to: ArrayLike<number>) {
    this.size = size;
    this.#order = orderByMinimumDegree(size, from, to);
    const place = new Uint32Array(size);
    for (let step = 0; step < size; step++) place[this.#order[step]!] = step;

    const columns: Map<number, number>[] = Array.from({ length: size }, () => new Map());
    for (let edge = 0; edge < from.length; edge++) {
      const a = place[from[edge]!]!;
      const b = place[to[edge]!]!;
      if (a !== b) columns[Math.max(a, b)]!.set(Math.min(a, b), 0);
    }
    this.#columnStart = new Uint32Array(size + 1);
    for (let column = 0; column < size; column++) {
      this.#columnStart[column + 1] = this.#columnStart[column]! + columns[column]!.size;
    }
    this.#row = new Uint32Array(this.#columnStart[size]!);
    this.#value = new Float64Array(this.#columnStart[size]!);
    for (const [column, rows] of columns.entries()) {
      let slot = this.#columnStart[column]!;
      for (const row of [...rows.keys()].sort((a, b) => a - b)) {
        rows.set(row, slot);
        this.#row[slot++] = row;
      }
    }
    this.#slotOfEdge = new Int32Array(from.length).fill(-1);
    for (let edge = 0; edge < from.length; edge++) {
      const a = place[from[edge]!]!;
      const b = place[to[edge]!]!;
      if (a !== b) this.#slotOfEdge[edge] = columns[Math.max(a, b)]!.get(Math.min(a, b))!;
    }

    this.#parent = new Int32Array(size).fill(-1);
    this.#mark = new Int32Array(size);
    this.#used = new Uint32Array(size);
    this.#lowerStart = new Uint32Array(size + 1);
    const counts = new Uint32Array(size);
    for (let column = 0; column < size; column++) {
      this.#mark[column] = column;
      for (let slot = this.#columnStart[column]!; slot < this.#columnStart[column + 1]!; slot++) {
        let row = this.#row[slot]!;
        while (this.#mark[row] !== column) {
          if (this.#parent[row] === -1) this.#parent[row] = column;
          counts[row]!++;
          this.#mark[row] = column;
          row = this.#parent[row]!;
        }
      }
    }
    for (let row = 0; row < size; row++)
      this.#lowerStart[row + 1] = this.#lowerStart[row]! + counts[row]!;
    this.fill = this.#lowerStart[size]!;
    this.#lowerRow = new Uint32Array(this.fill);
    this.#lowerValue = new Float64Array(this.fill);
    this.#diagonal = new Float64Array(size);
    this.#work = new Float64Array(size);
    this.#path = new Uint32Array(size);
  }

  /**
   * Takes the matrix' diagonal by row and its value by edge (both sides of the diagonal).
   * Returns the row whose pivot is not positive, which shows a matrix that can't be solved; else -1.
   */
  factor(diagonal: ArrayLike<number>, byEdge: ArrayLike<number>): number {
    const { size } = this;
    const [start, lower, value] = [this.#lowerStart, this.#lowerRow, this.#lowerValue];
    const [work, mark, path, used] = [this.#work, this.#mark, this.#path, this.#used];
    this.#value.fill(0);
    for (let edge = 0; edge < this.#slotOfEdge.length; edge++) {
      const slot = this.#slotOfEdge[edge]!;
      if (slot >= 0) this.#value[slot]! += byEdge[edge]!;
    }
    mark.fill(-1);
    used.fill(0);
    work.fill(0);
    for (let column = 0; column < size; column++) {
      let top = size;
      mark[column] = column;
      for (let slot = this.#columnStart[column]!; slot < this.#columnStart[column + 1]!; slot++) {
        let row = this.#row[slot]!;
        work[row]! += this.#value[slot]!;
        let length = 0;
        while (mark[row] !== column) {
          path[length++] = row;
          mark[row] = column;
          row = this.#parent[row]!;
        }
        while (length > 0) path[--top] = path[--length]!;
      }
      let pivot = diagonal[this.#order[column]!]!;
      for (; top < size; top++) {
        const row = path[top]!;
        const own = work[row]!;
        work[row] = 0;
        const end = start[row]! + used[row]!;
        for (let at = start[row]!; at < end; at++) work[lower[at]!]! -= value[at]! * own;
        const entry = own / this.#diagonal[row]!;
        pivot -= entry * own;
        lower[end] = column;
        value[end] = entry;
        used[row]!++;
      }
      if (!(pivot > 0)) return this.#order[column]!;
      this.#diagonal[column] = pivot;
    }
    return -1;
  }

  /** Solves for one right-hand side with the last factor; writes the solution over it. */
  solve(side: Float64Array): void {
    const { size } = this;
    const work = this.#work;
    const [start, lower, value] = [this.#lowerStart, this.#lowerRow, this.#lowerValue];
    for (let step = 0; step < size; step++) work[step] = side[this.#order[step]!]!;
    for (let column = 0; column < size; column++) {
      const own = work[column]!;
      for (let at = start[column]!; at < start[column + 1]!; at++)
        work[lower[at]!]! -= value[at]! * own;
    }
    for (let column = size - 1; column >= 0; column--) {
      let own = work[column]! / this.#diagonal[column]!;
      for (let at = start[column]!; at < start[column + 1]!; at++)
        own -= value[at]! * work[lower[at]!]!;
      work[column] = own;
    }
    for (let step = 0; step < size; step++) side[this.#order[step]!] = work[step]!;
  }
}
