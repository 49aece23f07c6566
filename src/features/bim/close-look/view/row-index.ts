import type { ElementMesh } from '#workers/bim/client.ts';
import { cornerAt, type Vector } from '../vector.ts';

/** Which corner, triangle and edge belongs to which element; elements are numbered by rows of their own here. */
export class RowIndex {
  /** Index among all models, by row. */
  readonly elements: readonly number[];
  readonly rowByCorner: Float32Array<ArrayBuffer>;
  readonly #mesh: ElementMesh;
  readonly #rowOf = new Map<number, number>();
  #edgesOf: ReadonlyMap<number, Uint32Array> | undefined;

  constructor(mesh: ElementMesh) {
    this.#mesh = mesh;
    const elements: number[] = [];
    // Rows are whole numbers below 2^24, which 32-bit floats hold exactly.
    this.rowByCorner = Float32Array.from(mesh.elements, (element) => {
      let row = this.#rowOf.get(element);
      if (row === undefined) {
        row = elements.push(element) - 1;
        this.#rowOf.set(element, row);
      }
      return row;
    });
    this.elements = elements;
  }

  get count(): number {
    return this.elements.length;
  }

  has(element: number): boolean {
    return this.#rowOf.has(element);
  }

  rowOf(element: number): number | undefined {
    return this.#rowOf.get(element);
  }

  rowOfCorner(corner: number): number {
    return this.rowByCorner[corner]!;
  }

  rowOfTriangle(triangle: number): number {
    return this.rowOfCorner(this.#mesh.indices[3 * triangle]!);
  }

  elementOfTriangle(triangle: number): number {
    return this.#mesh.elements[this.#mesh.indices[3 * triangle]!]!;
  }

  cornersOf(triangle: number): readonly [Vector, Vector, Vector] {
    const { positions, indices } = this.#mesh;
    const corner = (at: number) => cornerAt(positions, indices[3 * triangle + at]!);
    return [corner(0), corner(1), corner(2)];
  }

  /** Numbers of the triangles of an element. */
  trianglesOf(element: number): readonly number[] {
    const { indices, elements } = this.#mesh;
    const triangles: number[] = [];
    for (let at = 0; at < indices.length; at += 3) {
      if (elements[indices[at]!] === element) triangles.push(at / 3);
    }
    return triangles;
  }

  /** Pairs of corners of the hard edges of an element. */
  edgesOf(element: number): Uint32Array {
    this.#edgesOf ??= groupEdges(this.#mesh);
    return this.#edgesOf.get(element) ?? NO_EDGES;
  }
}

const NO_EDGES = new Uint32Array();

function groupEdges({ edges, elements }: ElementMesh): Map<number, Uint32Array> {
  const grouped = new Map<number, number[]>();
  for (let at = 0; at < edges.length; at += 2) {
    const element = elements[edges[at]!]!;
    const known = grouped.get(element);
    if (known) known.push(edges[at]!, edges[at + 1]!);
    else grouped.set(element, [edges[at]!, edges[at + 1]!]);
  }
  return new Map([...grouped].map(([element, own]) => [element, Uint32Array.from(own)]));
}
