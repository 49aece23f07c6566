// Everything that was done to a fire after it began, in order of time: the list that a person reads and takes back from.

import type { Defence, EngineAtFire, FireScenario, WaterSpell, WindSpell } from '../contract.ts';

export type DoneAct =
  | {
      readonly kind: 'ignition';
      readonly atS: number;
      readonly building: string;
      readonly name: string;
    }
  | { readonly kind: 'wind'; readonly atS: number; readonly wind: WindSpell }
  | { readonly kind: 'water'; readonly atS: number; readonly water: WaterSpell }
  | { readonly kind: 'engine'; readonly atS: number; readonly engine: EngineAtFire }
  | { readonly kind: 'defence'; readonly atS: number; readonly defence: Defence };

/** The first ignition and the wind it began with are the fire itself and not listed. */
export function actsOf({
  ignitions,
  wind,
  water,
  engines,
  defences,
}: FireScenario): readonly DoneAct[] {
  const acts: readonly DoneAct[] = [
    ...ignitions.slice(1).map(({ building: { id, name }, timeS }) => ({
      ...{ kind: 'ignition' as const, atS: timeS, building: id, name },
    })),
    ...wind.slice(1).map((one) => ({ kind: 'wind' as const, atS: one.fromS, wind: one })),
    ...water.map((one) => ({ kind: 'water' as const, atS: one.fromS, water: one })),
    ...engines.map((one) => ({ kind: 'engine' as const, atS: one.arriveS, engine: one })),
    ...defences.map((one) => ({ kind: 'defence' as const, atS: one.fromS, defence: one })),
  ];
  return acts.toSorted((a, b) => a.atS - b.atS);
}

export function keyOfAct(act: DoneAct): string {
  switch (act.kind) {
    case 'ignition':
      return `ignition/${act.building}`;
    case 'wind':
    case 'water':
      return `${act.kind}/${act.atS}`;
    case 'engine':
      return `engine/${act.engine.id}`;
    case 'defence':
      return `defence/${act.defence.id}`;
  }
}
