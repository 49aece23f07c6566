// Fire risk of buildings: log-additive rate of ignition × consequence, every term kept. fires/yr, persons, s, ln.
// ln(fires/yr) = ln(c·A^b) + Σ β·x + ln((a+n)/(a+λT)) + Σ live + weather; ln(score) adds people, response and water.

import { type Coefficients, coefficientOf } from './coefficients.ts';
import {
  checkRiskBuildings,
  ignitionTerms,
  type LiveReadings,
  occupancies,
  type RiskBuildings,
  type RiskTerm,
  riskTerms,
  staticFactors,
} from './factors.ts';
import { createLiveTerms, fillLiveTerms, type LiveTerms } from './live.ts';
import { createRankRoom, type RankRoom, rankInto } from './rank.ts';

export interface RiskScores {
  readonly count: number;
  /** ln, `count` entries a term; their sum over all terms is ln(score). */
  readonly contributions: Readonly<Record<RiskTerm, Float64Array>>;
  readonly firesPerYear: Float64Array;
  /** Fires a year × persons, weighted by response and water. */
  readonly score: Float64Array;
  /** 0 … 100: share of the other buildings with a lower score. */
  readonly percentile: Float32Array;
  /** 1 … 5 by fixed thresholds of fires a year: very low, low, moderate, high, very high. */
  readonly riskClass: Uint8Array;
  readonly live: LiveTerms;
  /** 0 … 1: share of what the model asks for that is known and fresh. */
  readonly confidence: Float32Array;
}

export interface RiskMoment {
  readonly readings: LiveReadings;
  readonly nowS: number;
  /** Canadian fire weather index of the day. */
  readonly fireWeatherIndex: number;
}

/** Keeps what doesn't change from minute to minute, and every array that a rescore writes into. */
export class RiskModel {
  readonly scores: RiskScores;
  readonly #buildings: RiskBuildings;
  readonly #coefficients: Coefficients;
  readonly #lnScore: Float64Array;
  readonly #room: RankRoom;
  readonly #known: Float32Array;
  /** ln of what stays from rescore to rescore: base to past fires, and all of consequence. */
  readonly #lnStatic: Float64Array;
  readonly #lnConsequence: Float64Array;
  /** ln of fires a year at the rescore before, and as it is added up now. */
  readonly #lnRate: Float64Array;
  readonly #lnNow: Float64Array;
  #fireWeatherIndex = 0;

  /** Throws `RangeError` where a building can't be (see `checkRiskBuildings`). */
  constructor(buildings: RiskBuildings, coefficients: Coefficients) {
    checkRiskBuildings(buildings);
    const { count } = buildings;
    const live = createLiveTerms(count);
    this.#buildings = buildings;
    this.#coefficients = coefficients;
    this.#lnScore = new Float64Array(count);
    this.#room = createRankRoom(count);
    this.#known = new Float32Array(count);
    this.#lnStatic = new Float64Array(count);
    this.#lnConsequence = new Float64Array(count);
    this.#lnRate = new Float64Array(count).fill(Number.NaN);
    this.#lnNow = new Float64Array(count);
    this.scores = {
      count,
      contributions: toColumns(count, live),
      firesPerYear: new Float64Array(count),
      score: new Float64Array(count),
      percentile: new Float32Array(count),
      riskClass: new Uint8Array(count),
      live,
      confidence: new Float32Array(count),
    };
    this.#fillStatic();
  }

  /** Scores of the moment; the same arrays every time. Throws `RangeError` where a reading or the index can't be. */
  rescore({ readings, nowS, fireWeatherIndex }: RiskMoment): RiskScores {
    if (!(fireWeatherIndex >= 0))
      throw new RangeError(`The fire weather index is ${fireWeatherIndex}; 0 or more is expected.`);
    const { scores } = this;
    fillLiveTerms(scores.live, readings, this.#coefficients, nowS);
    this.#fillWeather(fireWeatherIndex);
    if (this.#sum()) rankInto(scores.percentile, this.#lnScore, this.#room);
    this.#trust();
    return scores;
  }

  #of(name: string): number {
    return coefficientOf(this.#coefficients, name);
  }

  #fillStatic(): void {
    const { contributions, count } = this.scores;
    const buildings = this.#buildings;
    const c = occupancies.map((name) => Math.log(this.#of(`base.${name}.perYear`)));
    const b = occupancies.map((name) => this.#of(`base.${name}.exponent`));
    const before = this.#lnStatic;
    for (let at = 0; at < count; at++) {
      const use = buildings.occupancy[at]!;
      const base = c[use]! + b[use]! * Math.log(buildings.floorAreaM2[at]!);
      contributions.base[at] = base;
      before[at] = base;
    }
    for (const name of staticFactors) {
      const slope = this.#of(`${name}.slope`);
      const max = this.#of(`${name}.max`);
      const column = contributions[name];
      const input = buildings[name];
      for (let at = 0; at < count; at++) {
        const x = input[at]!;
        if (Number.isNaN(x)) continue;
        this.#known[at]! += 1;
        column[at] = slope * Math.min(max, Math.max(0, x));
        before[at]! += column[at]!;
      }
    }
    this.#fillPastFires();
    this.#fillConsequence();
  }

  /** Gamma–Poisson: what a record of n fires in T years says beyond the expected λT. */
  #fillPastFires(): void {
    const lnRate = this.#lnStatic;
    const shape = this.#of('pastFires.shape');
    const { pastFires, recordYears } = this.#buildings;
    const column = this.scores.contributions.pastFires;
    for (let at = 0; at < column.length; at++) {
      const years = recordYears[at]!;
      if (!(years > 0)) continue;
      this.#known[at]! += 1;
      const fires = Math.max(0, pastFires[at]! || 0);
      column[at] = Math.log((shape + fires) / (shape + Math.exp(lnRate[at]!) * years));
      lnRate[at]! += column[at]!;
    }
  }

  #fillConsequence(): void {
    const { people, secondaryIgnitions, firstEngineS, waterShortfallShare } = this.#buildings;
    const { contributions, count } = this.scores;
    const least = this.#of('people.least');
    const perIgnition = this.#of('people.perIgnition');
    const perSecond = this.#of('response.slope') / 60;
    const target = this.#of('response.target');
    const most = this.#of('response.max');
    const perNeed = this.#of('water.slope');
    for (let at = 0; at < count; at++) {
      const here = Math.max(0, people[at]! || 0);
      const next = Math.max(0, secondaryIgnitions[at]! || 0);
      contributions.people[at] = Math.log(least + here + perIgnition * next);
      const late = firstEngineS[at]! - target;
      // Not reached at all (∞) is the latest there is; not known is neutral.
      contributions.response[at] = Number.isNaN(late)
        ? 0
        : perSecond * Math.min(most, Math.max(-target, late));
      const lacking = waterShortfallShare[at]!;
      contributions.water[at] = perNeed * Math.min(1, Math.max(0, lacking || 0));
      this.#lnConsequence[at] =
        contributions.people[at]! + contributions.response[at]! + contributions.water[at]!;
      this.#known[at]! +=
        Number(!Number.isNaN(people[at]!)) +
        Number(!Number.isNaN(firstEngineS[at]!)) +
        Number(!Number.isNaN(lacking));
    }
  }

  #fillWeather(fireWeatherIndex: number): void {
    if (fireWeatherIndex === this.#fireWeatherIndex) return;
    this.#fireWeatherIndex = fireWeatherIndex;
    const ln =
      this.#of('fireWeather.slope') * Math.min(this.#of('fireWeather.max'), fireWeatherIndex);
    const column = this.scores.contributions.fireWeather;
    const { vegetationShare } = this.#buildings;
    for (let at = 0; at < column.length; at++)
      column[at] = ln * Math.min(1, Math.max(0, vegetationShare[at]! || 0));
  }

  /** Whether any building's rate is another than before: only those are worked out anew. */
  #sum(): boolean {
    const { contributions, firesPerYear, score, riskClass, live } = this.scores;
    const [first, second, third, fourth] = [2, 3, 4, 5].map((level) => this.#of(`class.${level}`));
    const now = this.#lnNow;
    const before = this.#lnRate;
    now.set(this.#lnStatic);
    const raised = live.columns.filter((_, kind) => live.isRaised[kind] === 1);
    for (const column of [...raised, contributions.fireWeather])
      for (let at = 0; at < now.length; at++) now[at]! += column[at]!;
    let isOther = false;
    for (let at = 0; at < now.length; at++) {
      if (now[at] === before[at]) continue;
      isOther = true;
      before[at] = now[at]!;
      const rate = Math.exp(now[at]!);
      const ln = now[at]! + this.#lnConsequence[at]!;
      this.#lnScore[at] = ln;
      score[at] = Math.exp(ln);
      firesPerYear[at] = rate;
      riskClass[at] =
        1 +
        Number(rate >= first!) +
        Number(rate >= second!) +
        Number(rate >= third!) +
        Number(rate >= fourth!);
    }
    return isOther;
  }

  #trust(): void {
    const { live, confidence } = this.scores;
    const asked = staticFactors.length + 4;
    const { freshKinds, staleKinds } = live;
    for (let at = 0; at < confidence.length; at++) {
      const fresh = bitsOf[freshKinds[at]!]!;
      confidence[at] = (this.#known[at]! + fresh) / (asked + fresh + bitsOf[staleKinds[at]!]!);
    }
  }
}

function toColumns(count: number, live: LiveTerms): Record<RiskTerm, Float64Array> {
  const liveNames = ignitionTerms.slice(staticFactors.length + 2, -1);
  const columns = riskTerms.map((name) => {
    const at = liveNames.indexOf(name as (typeof liveNames)[number]);
    return [name, live.columns[at] ?? new Float64Array(count)] as const;
  });
  return Object.fromEntries(columns) as Record<RiskTerm, Float64Array>;
}

/** How many bits a byte has. */
const bitsOf = Uint8Array.from({ length: 256 }, (_, mask) => countBits(mask));

function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
