import { DataTexture } from 'three';
import { GHOST, SPACE, VISIBLE } from '../../contract/paint.ts';
import { SELECTED, TABLE_WIDTH } from './shaders.ts';

const BYTES = 4;

/** How each row of a part looks, in the four bytes of the paint: on the graphics card, and for who asks. */
export class StateTable {
  readonly texture: DataTexture;
  readonly #elements: readonly number[];
  readonly #bytes: Uint8Array;

  /** `elements`: index among all models, by row. */
  constructor(elements: readonly number[]) {
    this.#elements = elements;
    const height = Math.max(1, Math.ceil(elements.length / TABLE_WIDTH));
    this.#bytes = new Uint8Array(BYTES * TABLE_WIDTH * height);
    this.texture = new DataTexture(this.#bytes, TABLE_WIDTH, height);
  }

  /** `paint`: four bytes an element of all models, by index; without it everything is seen as it is made. */
  fill(paint: Uint8Array | undefined, selected: ReadonlySet<number>): void {
    for (const [row, element] of this.#elements.entries()) {
      const [from, to] = [BYTES * element, BYTES * row];
      for (let part = 0; part < 3; part++) this.#bytes[to + part] = paint?.[from + part] ?? 0;
      const flags = paint ? (paint[from + 3] ?? 0) : VISIBLE;
      this.#bytes[to + 3] = flags | (selected.has(element) ? SELECTED : 0);
    }
    this.texture.needsUpdate = true;
  }

  isRoom(row: number): boolean {
    return (this.#flags(row) & SPACE) !== 0;
  }

  /** Seen, and no ghost. */
  isSolid(row: number): boolean {
    return (this.#flags(row) & (VISIBLE | GHOST)) === VISIBLE;
  }

  #flags(row: number): number {
    return this.#bytes[BYTES * row + 3]!;
  }
}
