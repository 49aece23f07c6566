// One city's weather, waters, streets and story, as every model of a reading may ask for them.

import type { CityManifest } from '#contract/city-package.ts';
import type { DatastreamDeclaration, SensorThing } from '#contract/sensor-catalogue.ts';
import { createLocalClock, type LocalClock } from './local-clock.ts';
import { seedOf } from './noise.ts';
import { createRain, type Place, type Rain } from './rain.ts';
import { createRiver, type River } from './river.ts';
import { createSea, type Sea } from './sea.ts';
import { createStory, type Event, type PlotName, type Story } from './story.ts';
import { createTraffic, streetOf, type Traffic } from './traffic.ts';
import type { WaterSupply } from './water/supply.ts';
import { createWeather, type Weather } from './weather.ts';

/** A quantity in its stored unit as a function of the instant, ms UTC; nothing else. */
export type Signal = (timeMs: number) => number;

/** One datastream on its way to a signal. */
export interface Stream {
  readonly thing: SensorThing;
  readonly declaration: DatastreamDeclaration;
  /** Of the thing, so that its datastreams agree. */
  readonly seed: number;
  readonly place: Place;
}

export interface World {
  readonly seed: number;
  readonly clock: LocalClock;
  readonly rain: Rain;
  readonly weather: Weather;
  readonly sea: Sea;
  readonly river: River;
  readonly story: Story;
  readonly supply: WaterSupply;
  placeOf(thing: SensorThing): Place;
  trafficOf(thing: SensorThing): Traffic;
  /** Of the counted street next to a place. */
  trafficNear(place: Place, seed: number): Traffic;
  /** m along the river from its mouth. */
  chainageOf(thing: SensorThing): number;
  happening(plot: PlotName, thing: SensorThing): (timeMs: number) => Event | undefined;
}

const METRES_PER_DEGREE = 111_320;
/** A street farther away is not heard or smelt by name. */
const NEAR_M = 600;

export async function createWorld(
  { id, timeZone, boundsDeg }: Pick<CityManifest, 'id' | 'timeZone' | 'boundsDeg'>,
  sensors: readonly SensorThing[],
  openSupply: (around: {
    readonly seed: number;
    readonly clock: LocalClock;
    readonly weather: Weather;
  }) => Promise<WaterSupply>,
): Promise<World> {
  const seed = seedOf(id);
  const [west, south, east, north] = boundsDeg;
  const middle = { longitudeDeg: (west + east) / 2, latitudeDeg: (south + north) / 2 };
  const shrink = Math.cos((middle.latitudeDeg * Math.PI) / 180);
  const clock = createLocalClock(timeZone);
  const rain = createRain(seed ^ 0x11, clock);
  const weather = createWeather(seed ^ 0x22, middle, clock, rain);
  const sea = createSea(seed ^ 0x33, weather);
  const story = createStory(seed ^ 0x44, clock, sensors);

  const placeOf = ({ longitudeDeg, latitudeDeg }: SensorThing): Place => ({
    x: (longitudeDeg - middle.longitudeDeg) * METRES_PER_DEGREE * shrink,
    y: (latitudeDeg - middle.latitudeDeg) * METRES_PER_DEGREE,
  });
  const happening = (plot: PlotName, thing: SensorThing) => (timeMs: number) =>
    story.latest(plot, thing.id, timeMs);
  const trafficOf = (thing: SensorThing): Traffic =>
    createTraffic(
      seedOf(thing.id),
      // “Südring, Lindenallee”: what is counted along one street goes together.
      streetOf(seedOf(thing.name.split(',')[0] ?? thing.name)),
      placeOf(thing),
      { clock, rain },
      happening('collision', thing),
    );
  const counted = sensors
    .filter(({ kind }) => kind === 'traffic')
    .map((thing) => ({ place: placeOf(thing), traffic: trafficOf(thing) }));
  const gauge = sensors.find(({ kind }) => kind === 'tide');
  const mouth = gauge && placeOf(gauge);

  return {
    seed,
    clock,
    rain,
    weather,
    sea,
    story,
    river: createRiver(seed ^ 0x55, rain, sea),
    supply: await openSupply({ seed: seed ^ 0x66, clock, weather }),
    placeOf,
    trafficOf,
    happening,
    trafficNear(place, ownSeed) {
      let nearest: Traffic | undefined;
      let least = NEAR_M;
      for (const one of counted) {
        const apart = Math.hypot(one.place.x - place.x, one.place.y - place.y);
        if (apart < least) {
          least = apart;
          nearest = one.traffic;
        }
      }
      return nearest ?? createTraffic(ownSeed, streetOf(ownSeed), place, { clock, rain });
    },
    chainageOf(thing) {
      const place = placeOf(thing);
      return mouth ? Math.hypot(place.x - mouth.x, place.y - mouth.y) : Math.max(0, -place.y);
    },
  };
}
