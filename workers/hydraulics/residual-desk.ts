// Measured and solved values side by side, sensor by sensor, with what each showed before.

import type { Residual } from '#features/pipes/contract/water.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { ResidualHistory } from '#simulation/hydraulics/residuals.ts';
import { PASCALS_PER_METRE } from './to-values.ts';

/** What meters can't tell apart: 0.002 bar, 0.2 L/s. */
const resolutions = { pressure: 200, flow: 0.0002 } as const;

export class ResidualDesk {
  readonly #histories = new Map<string, ResidualHistory>();

  compare(
    atMs: number,
    readings: readonly NetworkReading[],
    model: WaterModel,
    snapshot: WaterSnapshot,
  ): Residual[] {
    return readings.flatMap((reading): Residual[] => {
      const { sensor, name, element, property, value, isStale, isSimulated } = reading;
      if (isStale || Number.isNaN(value)) return [];
      const quantity =
        property === 'waterPressure' ? 'pressure' : property === 'pipeFlow' ? 'flow' : undefined;
      if (!quantity) return [];
      const solved = solvedAt(model, snapshot, element, quantity);
      if (solved === undefined) return [];
      const history = this.#historyOf(`${sensor}/${property}`, resolutions[quantity]);
      const { score } = history.judge(atMs, value - solved);
      return [{ sensor, name, element, quantity, measured: value, solved, score, isSimulated }];
    });
  }

  #historyOf(key: string, resolution: number): ResidualHistory {
    const known = this.#histories.get(key);
    if (known) return known;
    const made = new ResidualHistory(resolution);
    this.#histories.set(key, made);
    return made;
  }
}

function solvedAt(
  { nodeIndex, linkIndex }: WaterModel,
  { pressureM, flowM3s }: WaterSnapshot,
  element: string,
  quantity: 'pressure' | 'flow',
): number | undefined {
  if (quantity === 'pressure') {
    const node = nodeIndex.get(element);
    const pressure = node === undefined ? undefined : pressureM[node - 1];
    return pressure === undefined ? undefined : pressure * PASCALS_PER_METRE;
  }
  const link = linkIndex.get(element);
  return link === undefined ? undefined : flowM3s[link - 1];
}
