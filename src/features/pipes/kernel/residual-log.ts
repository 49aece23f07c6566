// What pressure loggers read against the model while nothing was the matter, Pa and ms UTC.

import type { UsualResidual } from '../contract/analyses.ts';

const EVERY_MS = 60_000;
const KEPT = 120;
/** Alarms wait some minutes before they speak: what was read shortly before belongs to the event. */
const LEAD_MS = 600_000;

export class ResidualLog {
  readonly #kept = new Map<string, { readonly atMs: number; readonly residualPa: number }[]>();

  keep(sensor: string, atMs: number, residualPa: number): void {
    if (Number.isNaN(residualPa)) return;
    const known = this.#kept.get(sensor) ?? [];
    this.#kept.set(sensor, known);
    const last = known.at(-1);
    if (last && Math.abs(atMs - last.atMs) < EVERY_MS) return;
    known.push({ atMs, residualPa });
    if (known.length > KEPT) known.shift();
  }

  /** Of each sensor, from before an event. */
  usualBefore(onsetMs: number): Record<string, UsualResidual> {
    const usual: Record<string, UsualResidual> = {};
    for (const [sensor, known] of this.#kept) {
      const values = known
        .filter(({ atMs }) => atMs < onsetMs - LEAD_MS)
        .map(({ residualPa }) => residualPa);
      if (values.length > 0) usual[sensor] = summarise(values);
    }
    return usual;
  }
}

function summarise(values: readonly number[]): UsualResidual {
  const sorted = [...values].sort((one, other) => one - other);
  const middlePa = sorted[sorted.length >> 1] ?? 0;
  const squares = values.reduce((sum, value) => sum + (value - middlePa) ** 2, 0);
  return { middlePa, spreadPa: Math.sqrt(squares / values.length), count: values.length };
}
