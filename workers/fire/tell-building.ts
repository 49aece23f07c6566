// One building in full: what its risk is made of, with the figure behind every term.

import type { BuildingRisk, DetectorNow, Told } from '#features/fire/contract/risk.ts';
import { type ToldFacts, tellTerm } from '#features/fire/kernel/risk/told.ts';
import { tellLive } from '#features/fire/kernel/risk/told-live.ts';
import { coefficientOf } from '#simulation/fire/risk/coefficients.ts';
import {
  type LiveFactor,
  liveFactors,
  type NumberInput,
  type RiskTerm,
  riskTerms,
  staticFactors,
} from '#simulation/fire/risk/factors.ts';
import type { RiskScores } from '#simulation/fire/risk/score.ts';
import { type Detector, liveLn } from './detectors.ts';
import type { RiskCity } from './risk-city.ts';

export function tellBuilding(city: RiskCity, building: number): BuildingRisk {
  const scores = city.scores();
  const { town, facts, detectors } = city;
  const here = detectors.of(building);
  const toldFacts = factsOf(city, building);
  const contributions = riskTerms
    .map((term) => ({ term, ln: scores.contributions[term][building] ?? 0 }))
    .filter(({ ln }) => ln !== 0)
    .map(({ term, ln }) => ({ term, ln, text: tell(city, term, toldFacts, here) }))
    .sort((a, b) => b.ln - a.ln);
  const lastInspection = facts.lastInspection[building] ?? '';
  return {
    building: city.refOf(building),
    use: town.uses[town.use[building] ?? -1] ?? '',
    firesPerYear: scores.firesPerYear[building] ?? 0,
    score: scores.score[building] ?? 0,
    percentile: scores.percentile[building] ?? 0,
    riskClass: classOf(scores, building),
    confidence: scores.confidence[building] ?? 0,
    contributions,
    unknown: unknownOf(city, building),
    detectors: here.map((detector) => tellDetector(city, detector)),
    ...(lastInspection !== '' && { lastInspection }),
  };
}

/** The strongest reason that raises a building; use and floor where none does. People have a column of their own. */
export function becauseOf(city: RiskCity, scores: RiskScores, building: number): Told {
  let strongest: RiskTerm = 'base';
  let most = 0;
  for (const term of riskTerms) {
    const ln = scores.contributions[term][building] ?? 0;
    if (term === 'base' || term === 'people' || ln <= most) continue;
    [strongest, most] = [term, ln];
  }
  return tellOf(city, building, strongest);
}

export function tellOf(city: RiskCity, building: number, term: RiskTerm): Told {
  const isLive = liveFactors.some((factor) => factor === term);
  const here = isLive ? city.detectors.of(building) : [];
  return tell(city, term, factsOf(city, building), here);
}

export function classOf(scores: RiskScores, building: number): BuildingRisk['riskClass'] {
  const found = ([1, 2, 3, 4, 5] as const).find((level) => level === scores.riskClass[building]);
  return found ?? 1;
}

function tell(
  city: RiskCity,
  term: RiskTerm,
  facts: ToldFacts,
  detectors: readonly Detector[],
): Told {
  const words = tellTerm(term, facts);
  if (words) return words;
  const ln = ({ factor, strongest }: Detector) =>
    liveLn(strongest, factor, city.coefficients, city.atMs);
  const [loudest] = detectors.filter(({ factor }) => factor === term).sort((a, b) => ln(b) - ln(a));
  return loudest ? tellStrongest(city, loudest) : { en: term, zh: term };
}

function tellStrongest(city: RiskCity, { factor, strongest, beside }: Detector): Told {
  return tellLive({
    ...{ factor, value: strongest.value, alarm: alarmOf(city, factor) },
    ageS: Math.max(0, (city.atMs - strongest.timeMs) / 1000),
    ...(beside !== undefined && { beside }),
  });
}

const alarmOf = (city: RiskCity, factor: LiveFactor) =>
  coefficientOf(city.coefficients, `${factor}.alarm`);

function tellDetector(city: RiskCity, detector: Detector): DetectorNow {
  const { factor, latest, now, strongest } = detector;
  const staleS = coefficientOf(city.coefficients, `${factor}.stale`);
  const isTooOld = !((city.atMs - now.timeMs) / 1000 <= staleS);
  return {
    sensor: latest.sensor,
    name: latest.name,
    told: tellStrongest(city, detector),
    timeMs: now.timeMs,
    factor: Math.exp(liveLn(strongest, factor, city.coefficients, city.atMs)),
    isStale: latest.isStale || isTooOld || Number.isNaN(now.value),
    isSimulated: latest.isSimulated,
    level: latest.level,
  };
}

function factsOf(city: RiskCity, building: number): ToldFacts {
  const { inputs, facts, town } = city;
  const of = (name: NumberInput) => inputs[name][building] ?? Number.NaN;
  return {
    openViolations: of('openViolations'),
    yearsSinceInspection: of('yearsSinceInspection'),
    combustibleClass: of('combustibleClass'),
    vacantShare: of('vacantShare'),
    gasShare: of('gasShare'),
    chargingPlaces: of('chargingPlaces'),
    wiringAgeYears: of('wiringAgeYears'),
    sprinkleredShare: of('sprinkleredShare'),
    floorAreaM2: of('floorAreaM2'),
    pastFires: of('pastFires'),
    recordYears: of('recordYears'),
    vegetationShare: of('vegetationShare'),
    people: of('people'),
    secondaryIgnitions: of('secondaryIgnitions'),
    firstEngineS: of('firstEngineS'),
    waterShortfallShare: of('waterShortfallShare'),
    occupancy: inputs.occupancy[building] ?? 0,
    use: town.uses[town.use[building] ?? -1] ?? '',
    construction: facts.construction[building] ?? '',
    wiringYear: facts.wiringYear[building] ?? Number.NaN,
    lastInspection: facts.lastInspection[building] ?? '',
    fireWeatherIndex: city.weather?.fwi ?? 0,
    responseTargetS: coefficientOf(city.coefficients, 'response.target'),
  };
}

/** Terms of which nothing is known of the building; of detectors those kinds that are there and silent. */
function unknownOf(city: RiskCity, building: number): readonly RiskTerm[] {
  const { inputs } = city;
  const isUnknown = (name: NumberInput) => Number.isNaN(inputs[name][building]);
  const { staleKinds } = city.scores().live;
  return riskTerms.filter((term) => {
    const live = liveFactors.find((factor) => factor === term);
    const kind = live ? liveFactors.indexOf(live) : -1;
    if (kind >= 0) return ((staleKinds[building] ?? 0) & (1 << kind)) !== 0;
    const known = staticFactors.find((factor) => factor === term);
    if (known) return isUnknown(known);
    switch (term) {
      case 'pastFires':
        return !((inputs.recordYears[building] ?? 0) > 0);
      case 'fireWeather':
        return isUnknown('vegetationShare') || city.weather === undefined;
      case 'people':
        return isUnknown('people');
      case 'response':
        return isUnknown('firstEngineS');
      case 'water':
        return isUnknown('waterShortfallShare');
      default:
        return false;
    }
  });
}
