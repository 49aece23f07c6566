import { presentOf } from '#store/clock.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { Curing, WildlandRequest } from '../contract/wildland.ts';
import type { PlaceDeg, WindSpell } from '../contract.ts';
import { changeLook, selectFire } from '../state.ts';
import { change } from './change.ts';
import { weatherAt } from './weather.ts';

/** Wind at 10 m, °C, humidity 0 … 1. */
export interface WildlandWeather {
  readonly speedMs: number;
  readonly fromRad: number;
  readonly temperatureC: number;
  readonly humidity: number;
}

export interface WildlandState {
  /** Where a wildland fire begins; empty: only what the weather makes of the land. */
  readonly ignitions: readonly PlaceDeg[];
  /** When it was lit. */
  readonly startMs: number;
  readonly durationS: number;
  readonly curing: Curing;
  /** As it was when the fire was lit, or as a person gave it; undefined: that of the weather stations. */
  readonly weather: WildlandWeather | undefined;
  /** Winds after the first one. */
  readonly turns: readonly WindSpell[];
  /** Fires of the Monte Carlo of burn probability; 0: not wanted. */
  readonly fires: number;
}

export const initialWildland: WildlandState = {
  ...{ ignitions: [], startMs: 0, durationS: 6 * 3600, curing: 'season' },
  ...{ weather: undefined, turns: [], fires: 0 },
};

export const changeWildland = (store: AppStore, part: Partial<WildlandState>) =>
  change(store, ({ wildland }) => ({ wildland: { ...wildland, ...part } }));

/** Lights it now, in the weather of now, and shows where it comes to. */
export function lightWildland(store: AppStore, place: PlaceDeg): void {
  const state = store.getState();
  const { wildland } = selectFire(state);
  changeWildland(store, {
    ignitions: [...wildland.ignitions, place],
    startMs: wildland.ignitions.length > 0 ? wildland.startMs : nowOf(state),
    weather: wildland.weather ?? weatherNear(state, place),
  });
  changeLook(store, { wildland: 'arrival' });
}

export function clearWildland(store: AppStore): void {
  changeWildland(store, { ...initialWildland });
  const { look } = selectFire(store.getState());
  if (look.wildland === 'arrival') changeLook(store, { wildland: 'none' });
}

const nowOf = ({ clock }: AppState): number =>
  Math.round(clock.mode === 'live' ? presentOf(clock, Date.now()) : clock.now);

/** Of the nearest station; rounded, so that a breath of air doesn't compute everything anew. */
export function weatherNear(state: AppState, place: PlaceDeg): WildlandWeather {
  const { speedMs, fromRad, air } = weatherAt(state, place);
  const tenDegrees = Math.PI / 18;
  return {
    speedMs: Math.round(speedMs * 2) / 2,
    fromRad: Math.round(fromRad / tenDegrees) * tenDegrees,
    temperatureC: Math.round(air.temperatureC),
    humidity: Math.round(air.humidity * 20) / 20,
  };
}

const HOUR_MS = 3_600_000;
const CELL_M = 20;

/** What is to be computed now; undefined where no city is open. */
export function wildlandRequestOf(state: AppState): WildlandRequest | undefined {
  const { city } = state;
  if (!city) return undefined;
  const { ignitions, startMs, durationS, curing, weather, turns } = selectFire(state).wildland;
  const [west, south, east, north] = city.manifest.boundsDeg;
  const place = ignitions[0] ?? ([(west + east) / 2, (south + north) / 2] as const);
  const { speedMs, fromRad, temperatureC, humidity } = weather ?? weatherNear(state, place);
  return {
    ...{ ignitions, durationS, curing, temperatureC, humidity, cellM: CELL_M },
    startMs: ignitions.length > 0 ? startMs : Math.floor(nowOf(state) / HOUR_MS) * HOUR_MS,
    wind: [{ fromS: 0, speedMs, fromRad }, ...turns],
  };
}
