import { describe, expect, it } from 'vitest';
import { formatLiveFrame, quality, SIMULATED } from '#contract/live-frame.ts';
import { nextFireWeather, springStart } from '#simulation/fire/weather/fire-weather-index.ts';
import { noonOf, toTenMetres } from './assumed.ts';
import { carryWeather } from './chain.ts';
import { lineOf, WeatherDesk } from './desk.ts';
import { type Course, DAY_MS, lastNoon, noonsOf, rainOf, type WeatherCourses } from './noons.ts';
import { readWeatherRecord, type WeatherRecord } from './record.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Noon of 13 April at 0° E. */
const FIRST = Date.UTC(2026, 3, 13, 12);

/** The first five days of cffdrs_r's chain: °C, %, km/h, mm; and what it gives. */
const published = [
  [17, 42, 25, 0, 87.65, 10.04],
  [20, 21, 25, 2.4, 86.2, 9.22],
  [8.5, 40, 17, 0, 86.91, 7.517],
  [6.5, 25, 6, 0, 88.76, 6.095],
  [13, 34, 24, 0, 89.04, 14.73],
] as const;

function aCourse(rows: readonly (readonly [timeMs: number, value: number])[]): Course {
  return {
    timeMs: Float64Array.from(rows, ([timeMs]) => timeMs),
    value: Float64Array.from(rows, ([, value]) => value),
  };
}

/** Hourly readings, right at each noon; the day's rain falls in an hour of the night before. */
function publishedCourses(days = published.length): WeatherCourses {
  const hours = Array.from({ length: (days - 1) * 24 + 1 }, (_, hour) => hour);
  const at = (column: 0 | 1 | 2, factor = 1) =>
    aCourse(
      hours.map((hour) => {
        const isNoon = hour % 24 === 0;
        return [FIRST + hour * HOUR_MS, isNoon ? published[hour / 24]![column] * factor : -99];
      }),
    );
  const rain = published.slice(0, days).flatMap(([, , , mm], day) => {
    const fromMs = FIRST + day * DAY_MS - 8 * HOUR_MS;
    return Array.from({ length: 61 }, (_, minute) => {
      return [fromMs + minute * MINUTE_MS, mm / 1000 / 3600] as const;
    });
  });
  return {
    temperatureC: at(0),
    humidity: at(1, 0.01),
    windMs: at(2, 1 / 3.6),
    rainMs: aCourse(rain),
  };
}

describe('noons out of a record', () => {
  it('finds solar noon by longitude, at or before the time', () => {
    expect(lastNoon(FIRST, 0)).toBe(FIRST);
    expect(lastNoon(FIRST - 1, 0)).toBe(FIRST - DAY_MS);
    expect(lastNoon(FIRST, 15)).toBe(FIRST - HOUR_MS);
    expect(lastNoon(FIRST, -15)).toBe(FIRST + HOUR_MS - DAY_MS);
  });

  it('takes the weather around noon and the rain of the day before it', () => {
    const noons = noonsOf(publishedCourses(), 0, FIRST + 4 * DAY_MS + HOUR_MS);
    expect(noons.map(({ atMs }) => (atMs - FIRST) / DAY_MS)).toEqual([0, 1, 2, 3, 4]);
    noons.forEach(({ weather }, day) => {
      const [temperatureC, humidity, windKmh, rainMm] = published[day]!;
      expect(weather?.temperatureC).toBe(temperatureC);
      expect(weather?.humidityPercent).toBeCloseTo(humidity, 9);
      expect(weather?.windMs).toBeCloseTo(windKmh / 3.6, 9);
      expect(weather?.rainMm).toBeCloseTo(rainMm, 9);
    });
  });

  it('adds rain straight from reading to reading, cut at both ends, and takes gaps as dry', () => {
    const hour = (readings: readonly (readonly [number, number])[]) =>
      aCourse(readings.map(([minute, mmPerHour]) => [minute * MINUTE_MS, mmPerHour / 3.6e6]));
    const steady = hour(Array.from({ length: 13 }, (_, at) => [at * 5, 6] as const));
    expect(rainOf(steady, 0, HOUR_MS)).toBeCloseTo(6, 9);
    expect(rainOf(steady, 10 * MINUTE_MS, 17 * MINUTE_MS)).toBeCloseTo(0.7, 9);
    expect(
      rainOf(
        hour([
          [0, 0],
          [10, 6],
        ]),
        0,
        HOUR_MS,
      ),
    ).toBeCloseTo(0.5, 9);
    expect(
      rainOf(
        hour([
          [0, 6],
          [60, 6],
        ]),
        0,
        HOUR_MS,
      ),
    ).toBe(0);
    expect(rainOf(hour([]), 0, HOUR_MS)).toBe(0);
  });

  it('has no weather of a noon at which the station was silent', () => {
    const { humidity, ...rest } = publishedCourses();
    const silent = { ...rest, humidity: aCourse([[FIRST + 5 * HOUR_MS, 0.5]]) };
    const noons = noonsOf(silent, 0, FIRST + HOUR_MS);
    expect(noons).toEqual([{ atMs: FIRST, weather: undefined }]);
    expect(noonsOf({ ...rest, humidity, temperatureC: aCourse([]) }, 0, FIRST)).toEqual([]);
  });
});

describe('the chain from noon to noon', () => {
  const noons = noonsOf(publishedCourses(), 0, FIRST + 5 * DAY_MS);

  it('gives the published codes of five days', () => {
    for (let days = 1; days <= published.length; days++) {
      const latest = carryWeather(noons.slice(0, days), 40);
      const [, , , , ffmc, fwi] = published[days - 1]!;
      // The reference prints four digits.
      expect(latest?.weather.ffmc).toBeCloseTo(ffmc, 1);
      expect(Math.abs((latest?.weather.fwi ?? 0) - fwi)).toBeLessThan(0.006);
      expect(latest?.days).toBe(days);
    }
  });

  it('carries codes over silent noons, and begins again after too many', () => {
    const withSilent = (count: number) => [
      noons[0]!,
      ...Array.from({ length: count }, () => ({ atMs: 0, weather: undefined })),
      noons[1]!,
    ];
    const gone = carryWeather(withSilent(3), 40);
    expect(gone?.weather).toEqual(carryWeather(noons.slice(0, 2), 40)?.weather);
    expect(gone?.days).toBe(2);
    const anew = carryWeather(withSilent(4), 40);
    expect(anew?.weather).toEqual(nextFireWeather(noons[1]!.weather!, springStart, 40));
    expect(anew?.days).toBe(1);
    expect(carryWeather([], 40)).toBeUndefined();
    expect(carryWeather([{ atMs: 0, weather: undefined }], 40)).toBeUndefined();
  });
});

const stream = (number: number, property: string) => ({
  ...{ number, id: property, property, intervalS: 60 },
});
const aSensor = (
  id: string,
  kind: string,
  longitudeDeg: number,
  datastreams: readonly object[],
) => ({
  ...{ id, kind, name: `Station ${id}`, longitudeDeg, latitudeDeg: 54, heightM: 10, datastreams },
});
const full = [
  ...[stream(1, 'airTemperature'), stream(2, 'relativeHumidity'), stream(3, 'windSpeed')],
];

function aServer(sensors: readonly object[], courses = publishedCourses()) {
  const asked: URL[] = [];
  const byNumber = [courses.temperatureC, courses.humidity, courses.windMs, courses.rainMs];
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(String(input));
    asked.push(url);
    if (url.pathname === '/live/datastreams') return Response.json({ sensors, simulated: false });
    const numbers = (url.searchParams.get('datastreams') ?? '').split(',').map(Number);
    const rows = numbers.flatMap((number) => {
      const { timeMs, value } = byNumber[number - 1]!;
      return Array.from(timeMs, (ms, row) => [number, ms, value[row]!] as const);
    });
    const frame = formatLiveFrame({
      ...{ sequence: -1, topic: 0, sourceTimeMs: FIRST, isSnapshot: false },
      datastream: Uint32Array.from(rows, ([number]) => number),
      timeMs: Float64Array.from(rows, ([, ms]) => ms),
      value: Float64Array.from(rows, ([, , value]) => value),
      // What a station says of −99° is no reading.
      quality: Uint8Array.from(rows, ([, , value]) =>
        value < -10 ? quality.bad : quality.good | SIMULATED,
      ),
    });
    return new Response(frame);
  };
  return { fetch: fetch as typeof globalThis.fetch, asked };
}

const source = { origin: 'http://twin.example', city: 'risky' };
const atMs = FIRST + 4 * DAY_MS + HOUR_MS;

describe('the record of the server', () => {
  it('reads the nearest station that says all, with the nearest gauge for rain it doesn’t say', async () => {
    const { fetch, asked } = aServer([
      aSensor('FAR', 'weather', 12, full),
      aSensor('HALF', 'weather', 10, [stream(9, 'airTemperature')]),
      // What is expected to come is no weather that was.
      aSensor('NEAR', 'weather', 0, [{ ...stream(9, 'airTemperature'), forecast: true }, ...full]),
      aSensor('RAIN', 'rain', 0.01, [stream(4, 'rainfallRate')]),
    ]);
    const record = await readWeatherRecord(source, [0, 54], atMs, fetch);
    expect(record).toMatchObject({ station: 'Station NEAR', latitudeDeg: 54, isSimulated: true });
    const spans = asked
      .slice(1)
      .map(({ searchParams }) => [
        searchParams.get('datastreams'),
        (Date.parse(searchParams.get('to') ?? '') - Date.parse(searchParams.get('from') ?? '')) /
          DAY_MS,
      ]);
    expect(spans).toEqual([
      ['1,2,3', 44],
      ['4', 44],
    ]);
    const line = lineOf(record, atMs);
    expect(line).toMatchObject({ days: 5, station: 'Station NEAR', atMs: FIRST + 4 * DAY_MS });
    // Latitude 54 instead of the reference's 40 is in the same band of day lengths.
    expect(Math.abs((line?.fwi ?? 0) - 14.73)).toBeLessThan(0.01);
  });

  it('takes the wind of a mast down to 10 m, where it is said how high it stands', async () => {
    const windOf = async (part: object) => {
      const sensor = {
        ...aSensor('A', 'weather', 0, [...full, stream(4, 'rainfallRate')]),
        ...part,
      };
      const { fetch } = aServer([sensor]);
      return (await readWeatherRecord(source, [0, 54], atMs, fetch))?.courses.windMs.value[0];
    };
    const plain = (await windOf({})) ?? 0;
    expect(plain).toBeCloseTo(published[0][2] / 3.6, 9);
    expect(await windOf({ aboveGroundM: 10 })).toBeCloseTo(plain, 9);
    expect(await windOf({ aboveGroundM: 22 })).toBeCloseTo(plain * toTenMetres(22), 9);
    expect(toTenMetres(22)).toBeLessThan(0.9);
    const reading = {
      ...{ sensor: 'W', name: 'W', longitudeDeg: 0, latitudeDeg: 54 },
      ...{ heightM: 22, timeMs: FIRST, isSimulated: false, isStale: false },
      values: { airTemperature: 17, relativeHumidity: 0.42, windSpeed: 5 },
    };
    expect(noonOf(reading)?.windMs).toBeCloseTo(5 * toTenMetres(22), 9);
    expect(noonOf({ ...reading, heightM: Number.NaN })?.windMs).toBe(5);
  });

  it('is none where no station says all, and says what the server said', async () => {
    const none = aServer([aSensor('A', 'weather', 10, [stream(9, 'airTemperature')])]);
    expect(await readWeatherRecord(source, [10, 54], atMs, none.fetch)).toBeUndefined();
    const refuse = async () => new Response('', { status: 503 });
    await expect(readWeatherRecord(source, [10, 54], atMs, refuse)).rejects.toThrow(
      'The server answered 503.',
    );
  });
});

describe('the fire weather of the day', () => {
  const record: WeatherRecord = {
    ...{ station: 'Mole', longitudeDeg: 0, latitudeDeg: 54, isSimulated: false },
    courses: publishedCourses(),
  };
  const station = {
    ...{ sensor: 'W', name: 'Now', longitudeDeg: 0, latitudeDeg: 54, heightM: 10, timeMs: FIRST },
    values: { airTemperature: 17, relativeHumidity: 0.42, windSpeed: 25 / 3.6 },
    ...{ isSimulated: false, isStale: false },
  };

  it('stands on starting values until there is a noon on record, and on the record from then on', async () => {
    const lines: (number | undefined)[] = [];
    const desk = new WeatherDesk(
      async () => record,
      0,
      (line) => lines.push(line?.days),
    );
    desk.take([{ ...station, isStale: true }]);
    desk.take([station]);
    await desk.setTime(atMs);
    desk.take([station]);
    expect(lines).toEqual([undefined, 0, 5]);
    expect(desk.line?.station).toBe('Mole');
  });

  it('asks again when a noon has passed or after a while, keeps what it had where nobody answers', async () => {
    let [asked, wallMs, isDown] = [0, 0, false];
    const desk = new WeatherDesk(
      async () => {
        asked++;
        if (isDown) throw new Error('The server does not answer.');
        return record;
      },
      0,
      () => {},
      () => wallMs,
    );
    await desk.setTime(atMs - DAY_MS);
    await desk.setTime(atMs - DAY_MS + HOUR_MS);
    expect(asked).toBe(1);
    await desk.setTime(atMs);
    expect(asked).toBe(2);
    isDown = true;
    wallMs = 10 * MINUTE_MS;
    await desk.setTime(atMs);
    expect(asked).toBe(3);
    expect(desk.line?.days).toBe(5);
  });
});
