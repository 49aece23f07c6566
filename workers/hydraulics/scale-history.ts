import type { DemandScale } from '#simulation/hydraulics/metered-areas.ts';

const EVERY_MS = 300_000;
const KEPT = 48;

/** How demands stood to the model lately: during a burst the meters count its water, too. */
export class ScaleHistory {
  readonly #kept: { readonly atMs: number; readonly scale: DemandScale }[] = [];

  keep(atMs: number, scale: DemandScale): void {
    const last = this.#kept.at(-1);
    if (last && Math.abs(atMs - last.atMs) < EVERY_MS) return;
    this.#kept.push({ atMs, scale });
    if (this.#kept.length > KEPT) this.#kept.shift();
  }

  /** The latest one of before an instant; undefined where none is that old. */
  before(atMs: number | undefined): DemandScale | undefined {
    if (atMs === undefined) return undefined;
    return this.#kept.filter((one) => one.atMs < atMs).at(-1)?.scale;
  }
}
