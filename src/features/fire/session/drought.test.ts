import { describe, expect, it } from 'vitest';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { FIRE_RISK, type FireWeatherLine } from '../contract/risk.ts';
import { aBuilding, aFire } from '../state/a-fire.ts';
import { change } from '../state/change.ts';
import { shownFireOf } from '../state/clock.ts';
import { addFire, ignite } from '../state/fires.ts';
import { takeHeard } from '../state/late-weather.ts';
import { parseFire } from '../state/scenario-shape.ts';
import { setDrought, undo } from '../state/steer.ts';
import { assumedWeather } from '../state/weather.ts';
import { keepDrought } from './drought.ts';

const record = { station: 'Harbour', atMs: 900_000, days: 31 };
const airOf = (store: ReturnType<typeof createAppStore>) => shownFireOf(store.getState())?.air;

it('gives a new fire the drought that noons have shown, and none before any was measured', () => {
  const store = createAppStore();
  const frames = createFrames();
  const stop = keepDrought({ store, frames });
  const tell = (dc?: number, days = 0) => {
    const weather: Partial<FireWeatherLine> | undefined =
      dc === undefined ? undefined : { ...record, dc, days };
    frames.publish(FIRE_RISK, { summary: { weather } });
  };
  const lit = () => {
    ignite(store, aBuilding('b'));
    const { droughtCode, droughtRecord } = airOf(store) ?? {};
    return [droughtCode, droughtRecord?.days];
  };
  expect(lit()).toEqual([undefined, undefined]);
  tell(15);
  expect(lit()).toEqual([undefined, undefined]);
  tell(487.4, 31);
  expect(lit()).toEqual([487, 31]);
  expect(airOf(store)?.droughtRecord).toEqual(record);
  tell();
  expect(lit()).toEqual([undefined, undefined]);
  tell(500, 3);
  stop();
  expect(lit()).toEqual([undefined, undefined]);
});

it('goes along in links and kept files', () => {
  const { air, ...fire } = aFire();
  const read = (part: object) => parseFire({ ...fire, air: { ...air, ...part } })?.air;
  const dry = { droughtCode: 480, droughtRecord: record };
  expect(read(dry)).toEqual({ ...air, ...dry });
  expect(read({ droughtCode: 'much' })?.droughtCode).toBe(0);
  expect(read({})).toEqual(air);
});

describe('a drought code that a person sets', () => {
  it('takes the place of what is on record, and is taken back like any other act', () => {
    const store = createAppStore();
    const air = { ...aFire().air, droughtCode: 480, droughtRecord: record };
    addFire(store, aFire({ air }));
    setDrought(store, 650);
    expect(airOf(store)).toEqual({ ...aFire().air, droughtCode: 650 });
    setDrought(store, -1);
    expect(airOf(store)?.droughtCode).toBe(650);
    setDrought(store, undefined);
    expect(airOf(store)).toEqual(aFire().air);
    setDrought(store, 480, record);
    expect(airOf(store)).toEqual(air);
    undo(store);
    expect(airOf(store)).toEqual(aFire().air);
  });

  it('outlives the wind of a station that is heard later, unlike one on record', () => {
    const { speedMs, fromRad, air } = assumedWeather;
    const heardWith = (part: object) => {
      const store = createAppStore();
      const wind = [{ fromS: 0, speedMs, fromRad }];
      addFire(store, aFire({ wind, air: { ...air, ...part } }));
      change(store, () => ({
        drought: { code: 200, record },
        stations: [
          {
            ...{ sensor: 's', name: 'Mole', longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 10 },
            ...{ values: { windSpeed: 6, windDirection: 1 }, timeMs: 1_000_000 },
            ...{ isSimulated: false, isStale: false },
          },
        ],
      }));
      takeHeard(store);
      return airOf(store);
    };
    expect(heardWith({ droughtCode: 650 })).toMatchObject({ source: { name: 'Mole' } });
    expect(heardWith({ droughtCode: 650 })?.droughtCode).toBe(650);
    expect(heardWith({ droughtCode: 650 })?.droughtRecord).toBeUndefined();
    expect(heardWith({ droughtCode: 480, droughtRecord: record })?.droughtCode).toBe(200);
    expect(heardWith({})?.droughtRecord).toEqual(record);
  });
});
