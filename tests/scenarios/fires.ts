// What a person, or a device, does about fire, in words, for the journeys beside this file.

import type { Locator, Page } from 'playwright';
import type { Town } from './harness.ts';
import { leaveField, press } from './networks.ts';

interface Alarmed {
  readonly sensor: string;
  readonly building: string;
  /** Corners around its house and those beside it, as they are typed. */
  readonly block: string;
}

/** Beyond the alarm of 300 mA that the unit comes with. */
const LEAK_A = 0.45;

/**
 * An electrical-fire unit in a house sends a residual current that is beyond its alarm, as a device does: over the
 * SensorThings API. Its limits hold at once meanwhile, not after a minute.
 */
export async function letUnitAlarm({ url, id }: Pick<Town, 'url' | 'id'>): Promise<Alarmed> {
  const answer = await fetch(`${url}/live/datastreams?city=${id}`);
  const { sensors } = (await answer.json()) as {
    readonly sensors: readonly {
      readonly kind: string;
      readonly name: string;
      readonly building?: string;
      readonly longitudeDeg: number;
      readonly latitudeDeg: number;
      readonly datastreams: readonly { readonly property: string; readonly number: number }[];
    }[];
  };
  const unit = sensors.find(({ kind, building }) => kind === 'electricalFire' && building);
  const current = unit?.datastreams.find(({ property }) => property === 'residualCurrent');
  if (!unit?.building || !current) throw new Error(`${id} has no electrical-fire unit in a house.`);
  const { number } = current;
  await send('PUT', `${url}/datastreams/${number}/thresholds`, {
    ...{ warningHigh: 0.2, alarmHigh: 0.3, delayS: 0 },
  });
  await send('POST', `${url}/v1.1/Datastreams(${number})/Observations`, { result: LEAK_A });
  return { sensor: unit.name, building: unit.building, block: blockAround(unit) };
}

/** Some 80 m by 80 m. */
function blockAround(at: { readonly longitudeDeg: number; readonly latitudeDeg: number }): string {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return corners
    .map(([east, north]) => [at.longitudeDeg + east * 0.0006, at.latitudeDeg + north * 0.00035])
    .map((corner) => corner.map((degrees) => degrees.toFixed(5)).join(', '))
    .join('; ');
}

async function send(method: string, address: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(address, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
}

/** Finds a building by its name or id in the house's search and selects it, all from the keyboard. */
export async function findBuilding(page: Page, words: string): Promise<void> {
  await leaveField(page);
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** The wind blows as fast as this from the shown moment on, from where it comes. */
export async function letBlow(card: Locator, speedMs: number): Promise<void> {
  await press(card.getByRole('button', { name: 'Turn the wind' }));
  const slider = card.getByRole('slider', { name: 'Wind speed' });
  await slider.focus();
  await slider.press('Home');
  // Half a metre a second a press.
  for (let step = 0; step < 2 * speedMs; step += 1) await slider.press('ArrowRight');
  await press(card.getByRole('button', { name: /^Blows so from T\+/ }));
}

/** How far a zone of the card reaches, m; 0: nowhere. */
export function reachOf(row: string): number {
  const [, figure = '0', unit = 'm'] = /(?:up to|beyond) ([\d.]+)\s*(km|m)/.exec(row) ?? [];
  return Number(figure) * (unit === 'km' ? 1000 : 1);
}
