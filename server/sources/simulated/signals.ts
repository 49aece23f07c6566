// Which model makes a datastream's readings: one row for each observed property.

import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import {
  activePower,
  cableTemperature,
  createLoad,
  type Load,
  residualCurrent,
} from './electricity.ts';
import { createHeatSubstation, gasPressure, methane } from './heat-and-gas.ts';
import { type ColdStore, createColdStore, liftState, smoke, wasteFill } from './indoors.ts';
import { parkedCars, waitingPeople } from './people.ts';
import { createRoom, roomUseOf } from './rooms.ts';
import { createSewer, pipeOf } from './sewer.ts';
import { createStormPump, numberIn } from './storm-pumps.ts';
import { pollutant, soundLevel } from './street-air.ts';
import { createStreetWater, hollowOf } from './street-water.ts';
import { createUnmodelled, type Unmodelled } from './water/unmodelled.ts';
import type { Signal, Stream, World } from './world.ts';

type Model = (stream: Stream, world: World) => Signal;

export const toSignal = (stream: Stream, world: World): Signal =>
  models[stream.declaration.property](stream, world);

const models: Readonly<Record<ObservedPropertyId, Model>> = {
  waterLevel: waterLevel,
  waterDepth: (stream, world) => {
    const isUnderpass = /unterführung|underpass|tunnel|隧道/i.test(stream.thing.name);
    const hollow = hollowOf(stream.seed, isUnderpass);
    return createStreetWater(hollow, stream.place, world.rain).at;
  },
  discharge: ({ thing }, { river, chainageOf }) => {
    const chainageM = chainageOf(thing);
    return (timeMs) => river.discharge(timeMs, chainageM);
  },
  rainfallRate: ({ place }, { rain }) => {
    return (timeMs) => rain.at(place, timeMs);
  },
  airTemperature: (stream, world) => {
    if (stream.thing.kind === 'room') return roomOf(stream, world).temperature;
    const { place, seed } = stream;
    const { weather } = world;
    const siting = (seed % 7) / 10 - 0.3;
    return (timeMs) => weather.temperature(timeMs, place) + siting;
  },
  relativeHumidity: (stream, world) => {
    if (stream.thing.kind === 'room') return roomOf(stream, world).humidity;
    return (timeMs) => world.weather.humidity(timeMs, stream.place);
  },
  airPressure: (_, { weather }) => weather.pressure,
  windSpeed: (_, { weather }) => weather.windSpeed,
  windDirection: (_, { weather }) => weather.windFrom,
  solarIrradiance: (_, { weather }) => weather.irradiance,
  waterPressure: (stream, world) => {
    if (isStormPump(stream)) return stormPumpOf(stream, world).pressure;
    return stream.thing.kind === 'heat'
      ? heatOf(stream, world).pressure
      : waterMeter(stream, world, 'pressure');
  },
  pipeFlow: (stream, world) => {
    if (isStormPump(stream)) return stormPumpOf(stream, world).flow;
    return stream.thing.kind === 'heat'
      ? heatOf(stream, world).flow
      : waterMeter(stream, world, 'flow');
  },
  tankLevel: (stream, world) => waterMeter(stream, world, 'level'),
  pumpSpeed: (stream, world) =>
    isStormPump(stream) ? stormPumpOf(stream, world).speed : waterMeter(stream, world, 'speed'),
  fineParticles: ({ seed, place }, world) =>
    pollutant('fineParticles', seed, place, world.trafficNear(place, seed), world),
  nitrogenDioxide: ({ seed, place }, world) =>
    pollutant('nitrogenDioxide', seed, place, world.trafficNear(place, seed), world),
  soundLevel: ({ seed, place }, world) =>
    soundLevel(seed, place, world.trafficNear(place, seed), world),
  smokeObscuration: ({ seed, thing }, { happening }) =>
    smoke(
      seed,
      [happening('falseAlarm', thing), happening('nightFalseAlarm', thing)],
      happening('smouldering', thing),
    ),
  residualCurrent: (stream, world) =>
    residualCurrent(
      stream.seed,
      stream.place,
      loadOf(stream, world),
      world,
      world.happening('leakageCurrent', stream.thing),
    ),
  cableTemperature: (stream, world) =>
    cableTemperature(
      stream.seed,
      stream.place,
      loadOf(stream, world),
      world,
      world.happening('hotCable', stream.thing),
    ),
  electricPower: (stream, world) => {
    if (stream.thing.kind === 'heat') return heatOf(stream, world).power;
    if (isStormPump(stream)) return stormPumpOf(stream, world).power;
    if (stream.thing.kind === 'pump') return waterMeter(stream, world, 'power');
    const load = loadOf(stream, world);
    return (timeMs) => activePower(load, timeMs);
  },
  loadFactor: (stream, world) => loadOf(stream, world).at,
  methane: ({ seed, thing }, { happening }) => methane(seed, happening('gasSeep', thing)),
  gasPressure: (stream, world) =>
    gasPressure(stream.seed, stream.place, world, middleOfLimits(stream) ?? 2_200),
  supplyTemperature: (stream, world) => heatOf(stream, world).supplyTemperature,
  occupancy: (stream, world) =>
    stream.thing.kind === 'room'
      ? roomOf(stream, world).occupancy
      : parkedCars(stream.seed, world.clock, world.happening('market', stream.thing)),
  vehicleFlow: ({ thing }, { trafficOf }) => trafficOf(thing).flow,
  vehicleSpeed: ({ thing }, { trafficOf }) => trafficOf(thing).speed,
  waitingPedestrians: ({ seed, place }, world) => waitingPeople(seed, place, world),
  liftState: ({ seed, thing }, { clock, happening }) =>
    liftState(seed, clock, happening('entrapment', thing)),
  fillLevel: ({ seed, place }, { clock }) => wasteFill(seed, place, clock),
  storeTemperature: (stream, world) => coldStoreOf(stream, world).temperature,
  doorOpen: (stream, world) => coldStoreOf(stream, world).door,
  carbonDioxide: (stream, world) => roomOf(stream, world).carbonDioxide,
  vibration: (stream, world) => stormPumpOf(stream, world).vibration,
};

const roomOf = ({ thing, place, seed }: Stream, world: World) =>
  createRoom(seed, roomUseOf(thing.name), place, world);

/** Pumps of the drinking water follow its network; all others lift what it rains. */
const isStormPump = ({ thing: { kind, network } }: Stream): boolean =>
  kind === 'pump' && network !== undefined && network !== 'water';
const stormPumpOf = ({ thing, place, seed }: Stream, world: World) =>
  createStormPump(seed, numberIn(thing.name), place, world);

function waterLevel({ thing, seed, place }: Stream, world: World): Signal {
  switch (thing.kind) {
    case 'tide':
      return world.sea.level;
    case 'sewer': {
      const pipe = pipeOf(seed, thing.network === 'sanitary');
      const blockage = world.happening('blockage', thing);
      return createSewer(pipe, place, world.rain, world.clock, blockage).at;
    }
    default: {
      const chainageM = world.chainageOf(thing);
      return (timeMs) => world.river.level(timeMs, chainageM);
    }
  }
}

function waterMeter(stream: Stream, world: World, what: keyof Unmodelled): Signal {
  return findSolved(stream, world, what) ?? createUnmodelled(stream.seed, world)[what];
}
function findSolved({ thing }: Stream, { supply }: World, what: keyof Unmodelled) {
  const { element, network } = thing;
  const isWater = network === undefined || network === 'water';
  return element !== undefined && isWater && waterKinds.has(thing.kind)
    ? supply[what](element)
    : undefined;
}
const waterKinds = new Set<SensorKind>(['pressure', 'flow', 'tank', 'pump']);
const fromSupply: Partial<Record<ObservedPropertyId, keyof Unmodelled>> = {
  waterPressure: 'pressure',
  pipeFlow: 'flow',
  tankLevel: 'level',
  pumpSpeed: 'speed',
  electricPower: 'power',
};

/** Whether its readings wait for the solution of the water network. */
export function isSolved(stream: Stream, world: World): boolean {
  const what = fromSupply[stream.declaration.property];
  return what !== undefined && findSolved(stream, world, what) !== undefined;
}

const heatOf = ({ seed, place }: Stream, world: World) => createHeatSubstation(seed, place, world);
const loadOf = ({ seed, place, thing }: Stream, world: World): Load =>
  createLoad(seed, place, world, world.happening('transfer', thing));

/** A freezer or a cool room: the middle of its limits says what it is to hold. */
function coldStoreOf({ thing, seed }: Stream, world: World): ColdStore {
  const temperature = thing.datastreams.find(({ property }) => property === 'storeTemperature');
  const setPoint = temperature ? (middleOf(temperature.thresholds) ?? -20) : -20;
  return createColdStore(seed, world.clock, setPoint, world.happening('compressor', thing));
}

const middleOfLimits = ({ declaration }: Stream): number | undefined =>
  middleOf(declaration.thresholds);
const middleOf = (limits: Stream['declaration']['thresholds']): number | undefined =>
  limits?.warningLow !== undefined && limits.warningHigh !== undefined
    ? (limits.warningLow + limits.warningHigh) / 2
    : undefined;
