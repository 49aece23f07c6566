import { expect, it } from 'vitest';
import type { FireScenario } from '../../contract.ts';
import { aFire } from '../../state/a-fire.ts';
import { assumedWeather } from '../../state/weather.ts';
import { describeFire, fileName } from './describe-fire.ts';
import type { Exported } from './use-exported.ts';

it('names files after fire, moment and content', () => {
  expect(fileName(aFire({ name: 'Fire: School St. 4' }), 'map', 'geojson', 4825)).toBe(
    'fire-school-st-4-t0120-map.geojson',
  );
  expect(fileName(aFire({ name: '…' }), 'alert', 'xml', 0)).toBe('fire-t0000-alert.xml');
});

it('says that it is simulated, by what, and each wind with its source', () => {
  const model = { name: { en: 'Own model', zh: '' }, range: { en: 'flat town', zh: '' } };
  const wind = [
    { fromS: 0, speedMs: 4, fromRad: Math.PI / 2 },
    { fromS: 600, speedMs: 9, fromRad: -Math.PI / 2 },
  ];
  const exported = { fire: aFire({ wind }), timeS: 60, city: 'Testham', spread: { model } };
  expect(describeFire(exported as unknown as Exported)).toMatchObject({
    ...{ NATURE: 'simulated', MODEL: 'Own model', TIME_S: '60' },
    WIND: '4.0 m/s from 90° since 0 s; 9.0 m/s from 270° since 600 s',
    WIND_SOURCE: 'Harbour, 1970-01-01T00:15:00.000Z',
  });
});

it('tells a wind that a person set from one that is assumed', () => {
  const model = { name: { en: '', zh: '' }, range: { en: '', zh: '' } };
  const sourceOf = (fire: Partial<FireScenario>) =>
    describeFire({
      fire: aFire({ air: assumedWeather.air, ...fire }),
      ...{ timeS: 0, city: '', spread: { model } },
    } as unknown as Exported).WIND_SOURCE;
  const { speedMs, fromRad } = assumedWeather;
  expect(sourceOf({ wind: [{ fromS: 0, speedMs, fromRad }] })).toBe(
    'assumed, no station was heard',
  );
  expect(sourceOf({ wind: [{ fromS: 0, speedMs: 15, fromRad }] })).toBe('set by a person');
});
