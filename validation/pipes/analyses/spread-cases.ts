import { noChanges } from '#model/network-changes.ts';
import type { Spread } from '#simulation/hydraulics/contamination/parts.ts';
import { spreadContamination } from '#simulation/hydraulics/contamination/spread.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';

/** 10 kg within two hours from one o'clock on, followed for a day. */
export function spreadFrom(model: WaterModel, node: string): Spread {
  const steps = spreadContamination(model, {
    ...{ changes: noChanges, state: undefined, pressureDriven: undefined, horizonS: 86_400 },
    injection: { node, massKg: 10, startS: 3600, durationS: 7200 },
    ...{ thresholdKgM3: 1e-6, flushing: [] },
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
