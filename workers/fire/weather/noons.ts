// Noons out of a record of readings: the weather around solar noon, and the rain of the 24 h before. Times ms UTC, SI in.

import type { NoonWeather } from '#simulation/fire/weather/fire-weather-index.ts';

/** In order of time. */
export interface Course {
  readonly timeMs: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

export interface WeatherCourses {
  readonly temperatureC: Course;
  /** 0 … 1. */
  readonly humidity: Course;
  readonly windMs: Course;
  /** m/s. */
  readonly rainMs: Course;
}

export interface Noon {
  readonly atMs: number;
  /** Undefined where the station was silent around it. */
  readonly weather: NoonWeather | undefined;
}

export const DAY_MS = 86_400_000;
/** Readings so near to noon are averaged. */
const AROUND_MS = 20 * 60_000;
/** What it rained is carried no longer than this from reading to reading. */
const LONGEST_RAIN_MS = 20 * 60_000;

/** The latest solar noon at or before `atMs`: by longitude alone, ±16 minutes off by the equation of time. */
export function lastNoon(atMs: number, longitudeDeg: number): number {
  const offsetMs = (0.5 - longitudeDeg / 360) * DAY_MS;
  return Math.floor((atMs - offsetMs) / DAY_MS) * DAY_MS + offsetMs;
}

/** Every noon from the first reading of temperature to `atMs`, the earliest first. */
export function noonsOf(courses: WeatherCourses, longitudeDeg: number, atMs: number): Noon[] {
  const { temperatureC } = courses;
  const firstMs = temperatureC.timeMs[0];
  if (firstMs === undefined) return [];
  const noons: Noon[] = [];
  const latestMs = lastNoon(atMs, longitudeDeg);
  for (
    let noonMs = lastNoon(firstMs + DAY_MS - AROUND_MS, longitudeDeg);
    noonMs <= latestMs;
    noonMs += DAY_MS
  )
    noons.push({ atMs: noonMs, weather: weatherAt(courses, noonMs) });
  return noons;
}

function weatherAt(courses: WeatherCourses, noonMs: number): NoonWeather | undefined {
  const temperatureC = meanAround(courses.temperatureC, noonMs);
  const humidity = meanAround(courses.humidity, noonMs);
  const windMs = meanAround(courses.windMs, noonMs);
  if ([temperatureC, humidity, windMs].some(Number.isNaN)) return undefined;
  return {
    temperatureC,
    humidityPercent: Math.min(100, Math.max(0, humidity * 100)),
    windMs: Math.max(0, windMs),
    rainMm: rainOf(courses.rainMs, noonMs - DAY_MS, noonMs),
    month: new Date(noonMs).getUTCMonth() + 1,
  };
}

/** NaN where nothing was said around the instant. */
function meanAround({ timeMs, value }: Course, atMs: number): number {
  let sum = 0;
  let count = 0;
  for (let row = firstAfter(timeMs, atMs - AROUND_MS); row < timeMs.length; row++) {
    if (timeMs[row]! > atMs + AROUND_MS) break;
    if (Number.isNaN(value[row]!)) continue;
    sum += value[row]!;
    count++;
  }
  return sum / count;
}

/** What fell from `fromMs` to `toMs` (mm), straight from reading to reading; gaps count as dry. */
export function rainOf({ timeMs, value }: Course, fromMs: number, toMs: number): number {
  let metres = 0;
  for (let row = Math.max(1, firstAfter(timeMs, fromMs)); row < timeMs.length; row++) {
    if (timeMs[row - 1]! >= toMs) break;
    const [startMs, endMs] = [timeMs[row - 1]!, timeMs[row]!];
    const [before, after] = [value[row - 1]!, value[row]!];
    if (endMs - startMs > LONGEST_RAIN_MS || Number.isNaN(before + after)) continue;
    const [cutMs, stopMs] = [Math.max(fromMs, startMs), Math.min(toMs, endMs)];
    if (stopMs <= cutMs) continue;
    const at = (ms: number) => before + ((after - before) * (ms - startMs)) / (endMs - startMs);
    metres += (((at(cutMs) + at(stopMs)) / 2) * (stopMs - cutMs)) / 1000;
  }
  return Math.max(0, metres * 1000);
}

function firstAfter(timeMs: ArrayLike<number>, atMs: number): number {
  let [low, high] = [0, timeMs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeMs[middle]! < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
