// Answers the protocol. One city is open at a time; what it says lies in the files beside this one.

import type { InspectionVisit } from '#features/fire/contract/risk.ts';
import {
  defaultCoefficients,
  formatCoefficients,
  parseCoefficients,
} from '#simulation/fire/risk/coefficients.ts';
import { planInspections } from '#simulation/fire/risk/plan.ts';
import { type Service, Transfer } from '../port.ts';
import { readBuildings } from '../town/read-buildings.ts';
import { createFetchBytes, type ReadBytes } from '../town/read-bytes.ts';
import { Changes } from './changes.ts';
import { compareChanges } from './compare.ts';
import { toCsv } from './csv.ts';
import { readFacts } from './facts.ts';
import { listRows } from './list.ts';
import { createFindBuildings } from './near-buildings.ts';
import type { FireProtocol, OpenedRisk, OpenRisk, RiskNews, RiskTable } from './protocol.ts';
import { RiskCity } from './risk-city.ts';
import { tellBuilding, tellOf } from './tell-building.ts';
import { toCityInputs } from './told-by-others.ts';
import { readVegetation } from './vegetation.ts';
import { WeatherDesk } from './weather/desk.ts';
import { readWeatherRecord } from './weather/record.ts';

const FRAME_EVERY_MS = 1000;

/** What a test puts in the place of the world. */
export interface FireWorld {
  readonly frameEveryMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

export function createFireService(
  read: ReadBytes = createFetchBytes(),
  { frameEveryMs = FRAME_EVERY_MS, fetch = globalThis.fetch }: FireWorld = {},
): Service<FireProtocol> {
  let open: RiskCity | undefined;
  let weather: WeatherDesk | undefined;
  const changes = new Changes();
  const city = (): RiskCity => {
    if (!open) throw new Error('No city is open.');
    return open;
  };

  async function openCity(wanted: OpenRisk): Promise<OpenedRisk> {
    const town = await readBuildings(read, wanted.city);
    if (!town) throw new Error(`${wanted.city.name} has no buildings.`);
    const facts = await readFacts(town, wanted.atMs);
    const find = createFindBuildings(town);
    const made = new RiskCity(wanted.city.build, town, facts, find, wanted.atMs);
    if (wanted.coefficients !== undefined) made.setTable(wanted.coefficients);
    open = made;
    weather = openWeather(wanted, made);
    void weather.setTime(wanted.atMs);
    void addVegetation(wanted, made);
    changes.note();
    return { buildings: town.count, cityCount: town.cityCount, lacks: facts.lacks };
  }

  function openWeather({ origin, city: { id } }: OpenRisk, made: RiskCity): WeatherDesk {
    const { town } = made;
    const near = [meanOf(town.longitudeDeg), meanOf(town.latitudeDeg)] as const;
    const read = (source: string) => (atMs: number) =>
      readWeatherRecord({ origin: source, city: id }, near, atMs, fetch);
    return new WeatherDesk(origin === undefined ? undefined : read(origin), near[0], (line) => {
      made.setWeather(line);
      if (open === made) changes.note();
    });
  }

  /** The map comes after the first scores: without it the weather has nothing to carry fire through. */
  async function addVegetation({ city: files }: OpenRisk, made: RiskCity): Promise<void> {
    try {
      const vegetationShare = await readVegetation(read, files, made.town);
      if (!vegetationShare) return;
      made.setInputs({ vegetationShare });
      if (open === made) changes.note();
    } catch {
      // A map that can't be read is a map that the city doesn't have: it stays among what is lacking.
    }
  }

  function observe(news: RiskNews): undefined {
    const here = city();
    here.setTime(news.atMs);
    if (news.detectors) {
      here.detectors.take(news.detectors, here.coefficients);
      here.age();
    }
    if (news.weather) weather?.take(news.weather);
    void weather?.setTime(news.atMs);
    const inputs = toCityInputs(here, news);
    if (Object.keys(inputs).length > 0) here.setInputs(inputs);
    changes.note();
  }

  function plan(visits: number): readonly InspectionVisit[] {
    const here = city();
    return planInspections(here.scores(), visits).map(({ building, gain, reasons }) => {
      const lastInspection = here.facts.lastInspection[building] ?? '';
      return {
        building: here.refOf(building),
        ...(lastInspection !== '' && { lastInspection }),
        gain,
        because: reasons.map(({ term }) => tellOf(here, building, term)),
      };
    });
  }

  function coefficients(): RiskTable {
    const { table, editedTable } = city();
    return {
      text: editedTable ?? formatCoefficients(table),
      ownText: formatCoefficients(defaultCoefficients),
      isEdited: editedTable !== undefined,
      rows: table,
    };
  }

  async function* follow(signal: AbortSignal) {
    let seen = -1;
    while (!signal.aborted) {
      seen = await changes.after(seen, signal);
      if (signal.aborted) return;
      const frame = open?.frame();
      if (!frame) continue;
      const { riskClass, percentile, live } = frame;
      yield new Transfer(frame, [riskClass.buffer, percentile.buffer, live.buffer]);
      await rest(frameEveryMs, signal);
    }
  }

  return {
    calls: {
      open: openCity,
      observe,
      list: ({ query }) => listRows(city(), query),
      building(wanted) {
        const here = city();
        const building =
          'id' in wanted ? here.town.byId.get(wanted.id) : here.buildingAt(wanted.index);
        return building === undefined ? undefined : tellBuilding(here, building);
      },
      plan: ({ visits }) => plan(visits),
      compare: (params) => compareChanges(city(), params.changes, params.firstEngineS),
      coefficients,
      checkCoefficients: ({ text }) => ({ problem: problemOf(text) }),
      useCoefficients({ text }) {
        city().setTable(text);
        changes.note();
        return undefined;
      },
      csv: ({ query }) => ({ csv: toCsv(city(), query) }),
    },
    streams: { follow: (_, { signal }) => follow(signal) },
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function problemOf(text: string): string | undefined {
  try {
    parseCoefficients(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const rest = (waitMs: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, waitMs);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
