// The open city as the risk model sees it: facts of its buildings, what detectors and other rooms say, scores of the
// moment. City-wide index order outside, order of buildings inside.

import type { FireWeatherLine, RiskFrame, RiskSummary } from '#features/fire/contract/risk.ts';
import type { BuildingRef } from '#features/fire/contract.ts';
import {
  type Coefficient,
  type Coefficients,
  defaultCoefficients,
  parseCoefficients,
  toCoefficients,
} from '#simulation/fire/risk/coefficients.ts';
import type { RiskBuildings } from '#simulation/fire/risk/factors.ts';
import { RiskModel, type RiskMoment, type RiskScores } from '#simulation/fire/risk/score.ts';
import type { TownBuildings } from '../town/read-buildings.ts';
import { Detectors, type FindBuildings } from './detectors.ts';
import type { RiskFacts } from './facts.ts';

/** Fades and ages are seen at least this often. */
const OLDEST_SCORES_MS = 10_000;

/** Inputs that come after the city was opened: from the map and from other rooms. */
const toldLater = [
  ...(['vegetationShare', 'firstEngineS', 'waterShortfallShare', 'secondaryIgnitions'] as const),
] as const;

export class RiskCity {
  readonly town: TownBuildings;
  readonly facts: RiskFacts;
  readonly detectors: Detectors;
  readonly build: string;
  #inputs: RiskBuildings;
  #table: readonly Coefficient[] = defaultCoefficients;
  #coefficients: Coefficients = toCoefficients(defaultCoefficients);
  #edited: string | undefined;
  #model: RiskModel | undefined;
  #weather: FireWeatherLine | undefined;
  #atMs: number;
  #scoredMs = Number.NaN;
  #rescoreMs = 0;
  /** Of the inputs; found when it is first asked for. */
  #lacking: readonly string[] | undefined;
  readonly #liveLn: Float64Array;

  constructor(
    build: string,
    town: TownBuildings,
    facts: RiskFacts,
    find: FindBuildings,
    atMs: number,
  ) {
    this.build = build;
    this.town = town;
    this.facts = facts;
    this.detectors = new Detectors(find);
    this.#inputs = facts.inputs;
    this.#liveLn = new Float64Array(town.count);
    this.#atMs = atMs;
  }

  get inputs(): RiskBuildings {
    return this.#inputs;
  }

  get table(): readonly Coefficient[] {
    return this.#table;
  }

  get coefficients(): Coefficients {
    return this.#coefficients;
  }

  /** Text of the table where a person edited it. */
  get editedTable(): string | undefined {
    return this.#edited;
  }

  get atMs(): number {
    return this.#atMs;
  }

  get weather(): FireWeatherLine | undefined {
    return this.#weather;
  }

  /** Throws one sentence naming the line; the table in use stays then. */
  setTable(text: string | undefined): void {
    const table = text === undefined ? defaultCoefficients : parseCoefficients(text);
    this.#coefficients = toCoefficients(table);
    this.#table = table;
    this.#edited = text;
    this.#model = undefined;
  }

  /** Replaces inputs of all buildings; what isn't named stays. */
  setInputs(changes: Partial<RiskBuildings>): void {
    this.#inputs = { ...this.#inputs, ...changes };
    this.#model = undefined;
    this.#lacking = undefined;
  }

  setWeather(weather: FireWeatherLine | undefined): void {
    this.#weather = weather;
    this.#scoredMs = Number.NaN;
  }

  /** The time of the city; scores are made anew when they are next asked for. */
  setTime(atMs: number): void {
    this.#atMs = atMs;
    if (Math.abs(atMs - this.#scoredMs) > OLDEST_SCORES_MS) this.#scoredMs = Number.NaN;
  }

  /** Something that detectors said was taken in. */
  age(): void {
    this.#scoredMs = Number.NaN;
  }

  moment(): RiskMoment {
    return {
      readings: this.detectors.readings(),
      nowS: this.#atMs / 1000,
      fireWeatherIndex: this.#weather?.fwi ?? 0,
    };
  }

  /** Of the moment; the same arrays until the next change. */
  scores(): RiskScores {
    const isNew = this.#model === undefined;
    this.#model ??= new RiskModel(this.#inputs, this.#coefficients);
    if (!isNew && !Number.isNaN(this.#scoredMs)) return this.#model.scores;
    const startMs = performance.now();
    const scores = this.#model.rescore(this.moment());
    this.#addLive(scores);
    this.#rescoreMs = performance.now() - startMs;
    this.#scoredMs = this.#atMs;
    return scores;
  }

  refOf(building: number): BuildingRef {
    const { ids, names, addresses, index, longitudeDeg, latitudeDeg } = this.town;
    const id = ids[building] ?? '';
    return {
      id,
      index: index[building] ?? -1,
      name: names[building] || addresses[building] || id,
      at: [longitudeDeg[building] ?? 0, latitudeDeg[building] ?? 0],
    };
  }

  /** Building of a place in the city-wide index. */
  buildingAt(index: number): number | undefined {
    const building = this.town.index.indexOf(index);
    return building < 0 ? undefined : building;
  }

  /** ln of the live terms of a building together, at the last `scores()`. */
  liveLnOf(building: number): number {
    return this.#liveLn[building] ?? 0;
  }

  #addLive({ live }: RiskScores): void {
    const sum = this.#liveLn.fill(0);
    live.columns.forEach((column, kind) => {
      if (live.isRaised[kind] === 0) return;
      for (let at = 0; at < sum.length; at++) sum[at]! += column[at]!;
    });
  }

  frame(): RiskFrame {
    const scores = this.scores();
    const { cityCount, index } = this.town;
    const riskClass = new Uint8Array(cityCount);
    const percentile = new Uint8Array(cityCount);
    const live = new Uint8Array(cityCount);
    for (let building = 0; building < scores.count; building++) {
      const at = index[building]!;
      riskClass[at] = scores.riskClass[building]!;
      percentile[at] = Math.round(scores.percentile[building]!);
      live[at] = Math.min(255, Math.round(10 * this.#liveLn[building]!));
    }
    const summary = this.#summary(scores);
    return { build: this.build, atMs: this.#atMs, riskClass, percentile, live, summary };
  }

  #summary(scores: RiskScores): RiskSummary {
    const classes: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    let firesPerYear = 0;
    let raised = 0;
    for (let building = 0; building < scores.count; building++) {
      const at = scores.riskClass[building]! - 1;
      classes[at] = (classes[at] ?? 0) + 1;
      firesPerYear += scores.firesPerYear[building]!;
      if (this.#liveLn[building]! > 0) raised++;
    }
    return {
      ...{ buildings: scores.count, firesPerYear, classes, raised },
      stale: this.detectors.silentBuildings,
      detectors: this.detectors.count,
      weather: this.#weather,
      lacks: this.#lacks(),
      rescoreMs: this.#rescoreMs,
    };
  }

  #lacks(): readonly string[] {
    const isKnown = (name: string) =>
      toldLater.some(
        (one) => one === name && this.#inputs[one].some((value) => !Number.isNaN(value)),
      );
    this.#lacking ??= this.facts.lacks.filter((name) => !isKnown(name));
    return this.#lacking;
  }
}
