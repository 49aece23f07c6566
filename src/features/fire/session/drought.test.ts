import { expect, it } from 'vitest';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { FIRE_RISK, type FireWeatherLine } from '../contract/risk.ts';
import { aBuilding, aFire } from '../state/a-fire.ts';
import { shownFireOf } from '../state/clock.ts';
import { ignite } from '../state/fires.ts';
import { parseFire } from '../state/scenario-shape.ts';
import { keepDrought } from './drought.ts';

it('gives a new fire the drought that noons have shown, and none before any was measured', () => {
  const store = createAppStore();
  const frames = createFrames();
  const stop = keepDrought({ store, frames });
  const tell = (weather: Pick<FireWeatherLine, 'dc' | 'days'> | undefined) =>
    frames.publish(FIRE_RISK, { summary: { weather } });
  const lit = () => {
    ignite(store, aBuilding('b'));
    return shownFireOf(store.getState())?.air.droughtCode;
  };
  expect(lit()).toBeUndefined();
  tell({ dc: 15, days: 0 });
  expect(lit()).toBeUndefined();
  tell({ dc: 487.4, days: 31 });
  expect(lit()).toBe(487);
  tell(undefined);
  expect(lit()).toBeUndefined();
  tell({ dc: 500, days: 3 });
  stop();
  expect(lit()).toBeUndefined();
});

it('goes along in links and kept files', () => {
  const { air, ...fire } = aFire();
  const read = (droughtCode: unknown) => parseFire({ ...fire, air: { ...air, droughtCode } })?.air;
  expect(read(480)?.droughtCode).toBe(480);
  expect(read('much')?.droughtCode).toBe(0);
  expect(parseFire({ ...fire, air })?.air).toEqual(air);
});
