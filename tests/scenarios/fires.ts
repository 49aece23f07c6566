// What a person, or a device, does about fire, in words, for the journeys beside this file.

import type { Town } from './harness.ts';

interface Alarmed {
  readonly sensor: string;
  readonly building: string;
}

/**
 * Lets an electrical-fire unit alarm: its residual current is what it is, the limits are lowered until that is beyond
 * them. The unit is one in a house, the first that the city lists.
 */
export async function letUnitAlarm({ url, id }: Town): Promise<Alarmed> {
  const answer = await fetch(`${url}/live/datastreams?city=${id}`);
  const { sensors } = (await answer.json()) as {
    readonly sensors: readonly {
      readonly kind: string;
      readonly name: string;
      readonly building?: string;
      readonly datastreams: readonly { readonly property: string; readonly number: number }[];
    }[];
  };
  const unit = sensors.find(({ kind, building }) => kind === 'electricalFire' && building);
  const current = unit?.datastreams.find(({ property }) => property === 'residualCurrent');
  if (!unit?.building || !current) throw new Error(`${id} has no electrical-fire unit in a house.`);
  const put = await fetch(`${url}/datastreams/${current.number}/thresholds`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ warningHigh: 0.000_01, alarmHigh: 0.000_02, delayS: 0 }),
  });
  if (!put.ok) throw new Error(`The limits were refused: ${await put.text()}`);
  return { sensor: unit.name, building: unit.building };
}
