// What can be begun at once in the open city: one press each, no figures needed.

import type { BurstFlow } from '#model/burst-flow.ts';
import { moved, offsetBetween } from '#model/near-plane.ts';
import type { Text } from '#model/text.ts';
import { newId } from '#store/new-id.ts';
import type { AppState } from '#store/store.ts';
import type { CityLevee, CityWaters } from '../contract/city-waters.ts';
import type { FloodScenario, FloodSource, HazardKind, PlaceDeg } from '../contract.ts';
import { partMessages } from '../messages/parts.ts';
import { presetMessages } from '../messages/presets.ts';
import { selectFlood } from '../state.ts';
import { damUpRiver } from './make-dam-break.ts';
import { crestAround, makeBreach } from './make-part.ts';
import { newScenario } from './new-scenario.ts';
import { highRiver } from './river.ts';

export interface Preset {
  readonly id: string;
  readonly hazard: HazardKind;
  readonly title: Text;
  readonly detail: Text;
  /** Where it begins; the whole city where absent. */
  readonly place?: PlaceDeg;
  readonly make: (state: AppState) => FloodScenario | undefined;
}

/** The likeliest first: the levee that has settled and is overtopped first, the storm, the sea, the other weak levees. */
export function presetsOf(waters: CityWaters | undefined): readonly Preset[] {
  const weak = weakLevees(waters);
  const breaches = weak.map((levee) => breachPreset(levee));
  const surge = surgePreset(waters);
  const dam = damPreset(waters);
  const [first, ...others] = breaches;
  return [
    ...(first ? [first] : []),
    stormPreset,
    ...(surge ? [surge] : []),
    ...(dam ? [dam] : []),
    ...others.slice(0, 1),
  ];
}

const nameIn = (state: AppState, text: Text) => text[state.preferences.language];

/** Levees that have settled (walls of quays don't breach like them), the one with the least freeboard first. */
const weakLevees = (waters: CityWaters | undefined): readonly CityLevee[] =>
  (waters?.levees ?? [])
    .filter(({ kind, weakest }) => kind === 'levee' && (weakest.sagM ?? 0) > 0)
    .toSorted((a, b) => freeboardM(a) - freeboardM(b));

/** Between the hundred-year level and the crest at its weakest place. */
const freeboardM = ({ crestM, weakest, flood100M = 0 }: CityLevee): number =>
  (crestM[weakest.at] ?? 0) - flood100M;

export function breachPreset(levee: CityLevee): Preset {
  const at = levee.weakest.at;
  const place = levee.line[at];
  return {
    ...{ id: `breach-${levee.id}`, hazard: 'breach' },
    title: presetMessages.breach(levee.name),
    detail: presetMessages.breachDetail(levee.weakest.sagM, levee.flood100M),
    ...(place && { place }),
    make: (state) => breachScenario(state, levee, at),
  };
}

/** The levee goes at one point of its crest while the river beside it stands at its hundred-year level. */
export function breachScenario(
  state: AppState,
  levee: CityLevee,
  at: number,
): FloodScenario | undefined {
  const { waters } = selectFlood(state);
  const name = nameIn(state, partMessages.breachOf(levee.name));
  const river = highRiver(waters, levee.line[at], nameIn(state, partMessages.highRiver));
  const breach = makeBreach({ id: newId(), name }, crestAround(levee, at));
  return newScenario(state, 'breach', name, river ? [breach, river] : [breach]);
}

/** The main that is broken now, with what the water network's solver says of it. */
export function burstPreset({
  pipe,
  place,
  longitudeDeg,
  latitudeDeg,
  flowM3s,
}: BurstFlow): Preset {
  const at: PlaceDeg = [longitudeDeg, latitudeDeg];
  return {
    ...{ id: `burst-${pipe}`, hazard: 'burst', place: at },
    title: presetMessages.burst(place),
    detail: presetMessages.burstDetail(flowM3s),
    make: (state) => {
      const name = nameIn(state, presetMessages.burst(place));
      return newScenario(state, 'burst', name, [
        { id: newId(), name, kind: 'burst', at, pipe, flow: [[0, flowM3s]] },
      ]);
    },
  };
}

const STORM = { shape: 'chicago', depthMm: 45, durationS: 3600, peak: 0.4 } as const;

const stormPreset: Preset = {
  ...{ id: 'storm', hazard: 'rain' },
  ...{ title: presetMessages.storm, detail: presetMessages.stormDetail },
  make: (state) => {
    const name = nameIn(state, presetMessages.storm);
    return newScenario(state, 'rain', name, [{ id: newId(), name, kind: 'rain', storm: STORM }]);
  },
};

/** No city says what could give way up its river: a dam is supposed there, with a volume that can be changed. */
function damPreset(waters: CityWaters | undefined): Preset | undefined {
  const stations = waters?.stations ?? [];
  const supposed = damUpRiver({ id: '', name: '' }, stations);
  if (!supposed) return undefined;
  const { part, station } = supposed;
  return {
    ...{ id: 'dam-break', hazard: 'dam-break', place: station.place },
    title: presetMessages.dam,
    detail: presetMessages.damDetail(part.volumeM3 ?? 0, station.stationM),
    make: (state) => {
      const name = nameIn(state, presetMessages.dam);
      return newScenario(state, 'dam-break', name, [{ ...part, id: newId(), name }]);
    },
  };
}

/** So far above the lowest edge that is turned to the sea. */
const OVER_EDGE_M = 0.3;
/** So far out from that edge: in the sea, and still in the domain. */
const OFF_SHORE_M = 60;
const HOURS = [0, 4, 6, 8, 12] as const;

function surgePreset(waters: CityWaters | undefined): Preset | undefined {
  const coast = (waters?.levees ?? []).filter(({ bank }) => bank === 'coast');
  const lowest = coast.toSorted((a, b) => Math.min(...a.crestM) - Math.min(...b.crestM))[0];
  const mouth = waters?.stations[0];
  if (!lowest || !mouth) return undefined;
  const peakM = Math.round((Math.min(...lowest.crestM) + OVER_EDGE_M) * 100) / 100;
  const { meanM } = mouth;
  const rise = peakM - meanM;
  const shares = [0, 0.6, 1, 0.6, 0];
  const level = HOURS.map((hour, at) => [hour * 3600, meanM + rise * (shares[at] ?? 0)] as const);
  return {
    ...{ id: 'surge', hazard: 'surge' },
    title: presetMessages.surge,
    detail: presetMessages.surgeDetail(peakM, lowest.name),
    make: (state) => {
      const name = nameIn(state, presetMessages.surge);
      const parts = coast.map(
        (wall): FloodSource => ({
          ...{ id: newId(), name: wall.name, kind: 'stage', level },
          line: offShore(wall, waters.stations),
        }),
      );
      return newScenario(state, 'surge', name, parts);
    },
  };
}

/** The line of a wall moved out to sea: away from where the river comes from. */
export function offShore(
  { line }: CityLevee,
  stations: CityWaters['stations'],
): readonly PlaceDeg[] {
  const [first, last] = [line[0], line.at(-1)];
  const inland = stations.at(-1)?.place;
  if (!first || !last || !inland) return line;
  const [east, north] = offsetBetween(first, last);
  const long = Math.hypot(east, north) || 1;
  const across = [(-north / long) * OFF_SHORE_M, (east / long) * OFF_SHORE_M] as const;
  const [toEast, toNorth] = offsetBetween(first, inland);
  const isInland = across[0] * toEast + across[1] * toNorth > 0;
  const out = isInland ? ([-across[0], -across[1]] as const) : across;
  return line.map((place) => moved(place, out));
}
