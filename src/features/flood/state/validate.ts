// What is wrong with a scenario before it runs, a sentence each: the value, and what was expected.

import { offsetBetween } from '#model/near-plane.ts';
import type { Text } from '#model/text.ts';
import type { FloodScenario, PlaceDeg, TimeSeries } from '../contract.ts';
import { lengthM } from '../kernel/plane.ts';
import { faults } from '../messages/faults.ts';
import { partsOf, placesOf, type ScenarioPart } from './parts.ts';

export interface ScenarioFault {
  /** Id of the part; '' of the scenario itself. */
  readonly part: string;
  readonly text: Text;
}

/** More cells than this fit no browser. */
const MOST_CELLS = 30e6;

export function faultsOf(scenario: FloodScenario): readonly ScenarioFault[] {
  return [
    ...modelFaults(scenario).map((text) => ({ part: '', text })),
    ...partsOf(scenario).flatMap((part) =>
      partFaults(part, scenario).map((text) => ({ part: part.id, text })),
    ),
  ];
}

export function cellsOf({ boundsDeg, cellM }: FloodScenario): number {
  const [west, south, east, north] = boundsDeg;
  const [width, height] = offsetBetween([west, south], [east, north]);
  return Math.round((width / cellM) * (height / cellM));
}

function modelFaults(scenario: FloodScenario): Text[] {
  const { cellM, durationS, sillM, roughnessFactor, sources, ground } = scenario;
  const cells = cellM > 0 ? cellsOf(scenario) : 0;
  return [
    ...(sources.length === 0 ? [faults.noSource] : []),
    ...(cellM > 0 ? [] : [faults.positive(faults.names.cell, cellM, 'm')]),
    ...(cells > MOST_CELLS ? [faults.tooManyCells(cells, MOST_CELLS)] : []),
    ...(durationS > 0 ? [] : [faults.positive(faults.names.duration, durationS / 3600, 'h')]),
    ...(sillM >= 0 ? [] : [faults.notNegative(faults.names.sill, sillM, 'm')]),
    ...(roughnessFactor > 0 ? [] : [faults.positive(faults.names.roughness, roughnessFactor, '')]),
    ...groundFaults(ground),
  ];
}

function groundFaults(ground: FloodScenario['ground']): Text[] {
  switch (ground.kind) {
    case 'none':
      return [];
    case 'constant':
      return ground.rateMmH >= 0
        ? []
        : [faults.notNegative(faults.names.loss, ground.rateMmH, 'mm/h')];
    case 'green-ampt':
      return ground.conductivityMmH >= 0 && ground.deficit >= 0 && ground.deficit <= 1
        ? []
        : [faults.greenAmpt];
    case 'curve-number':
      return ground.number > 0 && ground.number <= 100
        ? []
        : [faults.between(faults.names.curve, ground.number, 0, 100)];
  }
}

function partFaults(part: ScenarioPart, scenario: FloodScenario): Text[] {
  const { name } = part;
  const outside = placesOf(part).some((place) => !isInside(place, scenario.boundsDeg));
  return [...figureFaults(part), ...(outside ? [faults.outside(name)] : [])];
}

function figureFaults(part: ScenarioPart): Text[] {
  const { name } = part;
  const positive = (what: Text, value: number, unit: string) =>
    value > 0 ? [] : [faults.ofPart(name, faults.positive(what, value, unit))];
  const names = faults.names;
  switch (part.kind) {
    case 'breach':
      return [
        ...positive(names.width, part.widthM, 'm'),
        ...(part.line.length > 1 && part.widthM > Math.ceil(lengthM(part.line))
          ? [faults.widerThanLine(name, part.widthM, lengthM(part.line))]
          : []),
        ...(part.growthS >= 0
          ? []
          : [faults.ofPart(name, faults.notNegative(names.growth, part.growthS / 60, 'min'))]),
      ];
    case 'inflow':
    case 'burst':
      return seriesFaults(name, part.flow, (value) => value >= 0);
    case 'stage':
      return seriesFaults(name, part.level, Number.isFinite);
    case 'rain':
      return part.storm.shape === 'series'
        ? seriesFaults(name, part.storm.intensity, (value) => value >= 0)
        : [
            ...positive(names.rain, part.storm.depthMm, 'mm'),
            ...positive(names.within, part.storm.durationS / 60, 'min'),
          ];
    case 'dam-break':
      return [
        ...(part.area.length >= 3 ? [] : [faults.corners(name, 3)]),
        ...(part.volumeM3 === undefined ? [] : positive(names.volume, part.volumeM3, 'm³')),
      ];
    case 'barrier':
      return [
        ...(part.crestM === undefined ? positive(names.height, part.heightM ?? 0, 'm') : []),
        ...(part.line.length >= 2 ? [] : [faults.corners(name, 2)]),
        ...(part.untilS !== undefined && part.untilS <= part.fromS ? [faults.endsFirst(name)] : []),
      ];
    case 'pump':
      return [
        ...positive(names.flow, part.flowM3s, 'm³/s'),
        ...(part.stopDepthM <= part.startDepthM ? [] : [faults.pumpDepths(name)]),
      ];
    case 'culvert':
      return [
        ...positive(names.width, part.widthM, 'm'),
        ...positive(names.height, part.heightM, 'm'),
        ...positive(names.barrels, part.count, ''),
      ];
    case 'gate':
      return seriesFaults(name, part.opening, (value) => value >= 0);
  }
}

function seriesFaults(
  name: string,
  series: TimeSeries,
  isAllowed: (value: number) => boolean,
): Text[] {
  if (series.length === 0) return [faults.emptySeries(name)];
  const bad = series.findIndex(([, value]) => !isAllowed(value));
  const back = series.findIndex(([timeS], at) => timeS < (series[at - 1]?.[0] ?? timeS));
  return [
    ...(bad < 0 ? [] : [faults.badValue(name, bad + 1, series[bad]?.[1] ?? 0)]),
    ...(back < 0 ? [] : [faults.backInTime(name, back + 1)]),
  ];
}

const isInside = (
  [longitude, latitude]: PlaceDeg,
  [west, south, east, north]: FloodScenario['boundsDeg'],
): boolean => longitude >= west && longitude <= east && latitude >= south && latitude <= north;
