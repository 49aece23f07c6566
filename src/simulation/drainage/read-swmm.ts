// A SWMM 5 `.inp` as a drainage model in SI. Format: SWMM 5.2 user's manual, appendix D.2.

import type { DrainageModel, DrainageOptions, RainGage } from './model.ts';
import { readEvaporation, readGages, readSubcatchments } from './swmm/read-catchments.ts';
import { readCurves, readPatterns, readTimeSeries, readTransects } from './swmm/read-curves.ts';
import { readLinks } from './swmm/read-links.ts';
import { readNodes } from './swmm/read-nodes.ts';
import { readOptions } from './swmm/read-options.ts';
import { readRules } from './swmm/read-rules.ts';
import { readSection } from './swmm/read-sections.ts';
import { splitSections } from './swmm/sections.ts';

const leftOut = [
  'SNOWPACKS',
  'AQUIFERS',
  'GROUNDWATER',
  'LID_USAGE',
  'POLLUTANTS',
  'STREETS',
  'INLET_USAGE',
];

/** Wet steps are no longer than what a gage records, dry ones no shorter, routing steps no longer. */
function stepsOf(solver: DrainageOptions, gages: readonly RainGage[]) {
  const wetStepS = Math.min(solver.wetStepS, ...gages.map(({ intervalS }) => intervalS));
  return {
    wetStepS,
    dryStepS: Math.max(solver.dryStepS, wetStepS),
    routingStepS: Math.min(solver.routingStepS, wetStepS),
  };
}

/** Throws `InputError` with the line of what can't be read. */
export function readSwmm(text: string, name: string): DrainageModel {
  const file = splitSections(text, name);
  const options = readOptions(file);
  const notes = leftOut
    .filter((section) => file.rows(section).length > 0)
    .map((section) => `[${section}] is left out: it is not simulated.`);
  const { units, solver } = options;
  const curves = readCurves(file);
  const series = readTimeSeries(file, solver.startMs);
  const parts = { file, units, curves, series, patterns: readPatterns(file) };
  const nodes = readNodes(parts, notes);
  if (nodes.length === 0) throw file.error({ line: 1, tokens: [] }, 'The file has no nodes.');
  const nodeRows = new Map(nodes.map(({ id }, row) => [id, row]));
  const transects = readTransects(file, units.lengthM);
  const sections = new Map(
    file
      .rows('XSECTIONS')
      .map((row) => [row.tokens[0] ?? '', readSection(file, row, units, curves, transects)]),
  );
  const losses = new Map(file.rows('LOSSES').map((row) => [row.tokens[0] ?? '', row]));
  const { offsetsAreLevels } = options;
  const links = readLinks({ ...parts, nodes, nodeRows, sections, losses, offsetsAreLevels }, notes);
  const gages = file.rows('SUBCATCHMENTS').length > 0 ? readGages(file, units, series) : [];
  return {
    title: file
      .rows('TITLE')
      .map(({ tokens }) => tokens.join(' '))
      .join(' ')
      .trim(),
    options: { ...solver, ...stepsOf(solver, gages) },
    ...{ nodes, links, gages, notes },
    subcatchments: readSubcatchments(file, options, gages, nodeRows),
    rules: readRules(file, units, nodeRows, links),
    evaporationMps: readEvaporation(file, units, notes),
  };
}
