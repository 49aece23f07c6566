// Which buildings a query means and in which order; rows are told only for those that are shown.

import type { RiskQuery, RiskRow, RiskRows } from '#features/fire/contract/risk.ts';
import { fold } from '#model/fold.ts';
import type { RiskScores } from '#simulation/fire/risk/score.ts';
import type { RiskCity } from './risk-city.ts';
import { becauseOf } from './tell-building.ts';

export function listRows(city: RiskCity, query: RiskQuery): RiskRows {
  const scores = city.scores();
  const found = findBuildings(city, scores, query);
  const from = Math.max(0, query.from);
  return {
    rows: found
      .subarray(from, from + Math.max(0, query.count))
      .reduce<RiskRow[]>((rows, building) => {
        rows.push(rowOf(city, scores, building));
        return rows;
      }, []),
    inAll: found.length,
    uses: usesOf(city),
  };
}

/** In the order of the query; equal ones in the order of the city. */
export function findBuildings(city: RiskCity, scores: RiskScores, query: RiskQuery): Uint32Array {
  const { town } = city;
  const { classes, onlyRaised } = query;
  const uses = new Set(query.uses);
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  const folded = words.length > 0 ? haystacksOf(city) : [];
  const isMeant = (building: number) =>
    (classes.length === 0 || classes.includes(scores.riskClass[building]!)) &&
    (uses.size === 0 || uses.has(town.uses[town.use[building]!] ?? '')) &&
    (!onlyRaised || city.liveLnOf(building) > 0) &&
    words.every((word) => folded[building]?.includes(word));
  const found = Uint32Array.from(town.ids.keys()).filter(isMeant);
  const value = orderOf(city, scores, query.order);
  const sign = query.isDescending ? -1 : 1;
  const keys = new Float64Array(town.count);
  // What is not known comes last either way.
  for (const building of found) {
    const key = sign * value(building);
    keys[building] = Number.isNaN(key) ? Infinity : key;
  }
  return found.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}

function orderOf(
  city: RiskCity,
  scores: RiskScores,
  order: RiskQuery['order'],
): (building: number) => number {
  const { inputs } = city;
  switch (order) {
    case 'score':
      return (building) => scores.score[building]!;
    case 'fires':
      return (building) => scores.firesPerYear[building]!;
    case 'live':
      return (building) => city.liveLnOf(building);
    case 'people':
      return (building) => inputs.people[building]!;
    case 'inspection':
      return (building) => inputs.yearsSinceInspection[building]!;
  }
}

function rowOf(city: RiskCity, scores: RiskScores, building: number): RiskRow {
  const { town, facts, inputs } = city;
  const lastInspection = facts.lastInspection[building] ?? '';
  return {
    building: city.refOf(building),
    use: town.uses[town.use[building] ?? -1] ?? '',
    firesPerYear: scores.firesPerYear[building]!,
    score: scores.score[building]!,
    percentile: scores.percentile[building]!,
    riskClass: scores.riskClass[building]!,
    people: inputs.people[building]!,
    because: becauseOf(city, scores, building),
    live: city.liveLnOf(building),
    ...(lastInspection !== '' && { lastInspection }),
  };
}

const usesOf = ({ town }: RiskCity): readonly string[] =>
  town.uses.filter((use) => use !== '').toSorted((a, b) => a.localeCompare(b));

const haystacks = new WeakMap<RiskCity, readonly string[]>();

function haystacksOf(city: RiskCity): readonly string[] {
  const known = haystacks.get(city);
  if (known) return known;
  const { ids, names, addresses } = city.town;
  const made = ids.map((id, at) => fold([id, names[at], addresses[at]].join(' ')));
  haystacks.set(city, made);
  return made;
}
