// WNTR's fire flow tutorial on Net3: 8,000 gpm from 2 to 6 o'clock, junctions below 5 psi that were not before, and
// the people there: mean demand by 200 gallons a day (Klise et al. 2017).

import { NodeType } from 'epanet-js';
import { junctionsBelow } from '#simulation/hydraulics/fire-flow/fire-demand.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';

const fire = { flowM3s: 0.5047, fromS: 7200, untilS: 21_600, minimumM: 3.52, requiredM: 14.06 };
const PERSON_M3S = 0.00000876157;

export function compareWithWntr(model: WaterModel, junctions: string, people: string) {
  const expectedJunctions = readTable(junctions);
  const expectedPeople = readTable(people);
  const drawing = model.nodeIds.filter(
    (_, at) => model.nodeType[at] === NodeType.Junction && meanDemandM3s(model, at + 1) > 0,
  );
  const before = new Set(junctionsBelow(model, undefined, fire, drawing));
  let [junctionsOff, peopleOff] = [0, 0];
  for (const [hydrant, count] of expectedJunctions) {
    const hit = junctionsBelow(model, hydrant, fire, drawing).filter((id) => !before.has(id));
    const persons = hit.reduce((sum, id) => sum + personsAt(model, id), 0);
    if (hit.length !== count) junctionsOff += 1;
    if (persons !== expectedPeople.get(hydrant)) peopleOff += 1;
  }
  return { hydrants: expectedJunctions.size, junctionsOff, peopleOff };
}

const readTable = (csv: string): ReadonlyMap<string, number> =>
  new Map(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([id = '', value]) => [id, Number(value)]),
  );

const personsAt = (model: WaterModel, id: string) =>
  Math.round(meanDemandM3s(model, model.nodeIndex.get(id) ?? 0) / PERSON_M3S);

/** Number 23 of EN_Option: the pattern of demands that name none. */
const OPTION_DEFAULT_PATTERN: number = 23;

function meanDemandM3s({ project, demandFactor }: WaterModel, index: number): number {
  let litres = 0;
  for (let demand = 1; demand <= project.getNumberOfDemands(index); demand += 1) {
    const own = project.getDemandPattern(index, demand);
    const pattern = own > 0 ? own : project.getOption(OPTION_DEFAULT_PATTERN);
    const mean = pattern > 0 ? project.getAveragePatternValue(pattern) : 1;
    litres += project.getBaseDemand(index, demand) * demandFactor * mean;
  }
  return litres / 1000;
}
