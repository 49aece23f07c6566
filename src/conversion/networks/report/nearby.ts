import type { PlanPoint } from './network-plan.ts';

/** Points on a grid, found again within a distance of no more than its cells' size. */
export class NearbyPoints {
  readonly #cells = new Map<string, { readonly id: string; readonly at: PlanPoint }[]>();
  readonly #sizeM: number;

  constructor(sizeM: number) {
    this.#sizeM = Math.max(sizeM, 1e-3);
  }

  add(id: string, at: PlanPoint): void {
    const key = `${Math.floor(at[0] / this.#sizeM)}/${Math.floor(at[1] / this.#sizeM)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push({ id, at });
    else this.#cells.set(key, [{ id, at }]);
  }

  /** All within the distance, the nearest first; equally near ones by id. */
  within(
    [x, y]: PlanPoint,
    distanceM: number,
  ): { readonly id: string; readonly distanceM: number }[] {
    const found: { id: string; distanceM: number }[] = [];
    const [column, row] = [Math.floor(x / this.#sizeM), Math.floor(y / this.#sizeM)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const { id, at } of this.#cells.get(`${column + dx}/${row + dy}`) ?? []) {
          const away = Math.hypot(at[0] - x, at[1] - y);
          if (away <= distanceM) found.push({ id, distanceM: away });
        }
      }
    }
    return found.sort((a, b) => a.distanceM - b.distanceM || (a.id < b.id ? -1 : 1));
  }
}
