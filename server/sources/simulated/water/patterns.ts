// The file's demand patterns through the week. Hourly steps become slopes, as a town draws water; at
// weekends `homeWeekend` stands in for `home` where the file has it, else the day's shape comes later.

import { CountType, LinkProperty, LinkType, type Project, TimeParameter } from 'epanet-js';

/** Patterns and hydraulic steps, s; events of tanks and controls come between. */
export const STEP_S = 1800;
const DAY_S = 86_400;

interface Pattern {
  readonly index: number;
  readonly weekday: number[];
  readonly dayOff: number[];
}

export function createPatterns(project: Project): { setDay(isDayOff: boolean): void } {
  const stepS = project.getTimeParameter(TimeParameter.PatternStep);
  const stepped = steppedPatterns(project);
  const count = project.getCount(CountType.PatCount);
  const originals = new Map<string, { index: number; values: number[] }>();
  for (let index = 1; index <= count; index += 1) {
    const length = project.getPatternLength(index);
    const values = Array.from({ length }, (_, step) => project.getPatternValue(index, step + 1));
    originals.set(project.getPatternId(index), { index, values });
  }
  const isFiner = stepS > STEP_S && stepS % STEP_S === 0;
  const refine = (values: number[], index: number): number[] => {
    if (!isFiner) return values;
    return stepped.has(index) ? repeat(values, stepS / STEP_S) : slope(values, stepS / STEP_S);
  };
  const patterns = [...originals].map(([id, { index, values }]): Pattern => {
    const weekend = originals.get(`${id}Weekend`)?.values;
    const isDaily = values.length * stepS === DAY_S;
    const weekday = refine(values, index);
    const later = isDaily && !stepped.has(index) && !weekend;
    const dayOff = weekend ? refine(weekend, index) : weekday;
    return { index, weekday, dayOff: later ? postpone(dayOff) : dayOff };
  });
  if (isFiner) project.setTimeParameter(TimeParameter.PatternStep, STEP_S);
  let current: boolean | undefined;
  return {
    setDay(isDayOff) {
      if (current === isDayOff) return;
      current = isDayOff;
      for (const { index, weekday, dayOff } of patterns) {
        project.setPattern(index, isDayOff ? dayOff : weekday);
      }
    },
  };
}

/** Patterns that switch pumps keep their steps. */
function steppedPatterns(project: Project): Set<number> {
  const stepped = new Set<number>();
  const links = project.getCount(CountType.LinkCount);
  for (let link = 1; link <= links; link += 1) {
    if (project.getLinkType(link) !== LinkType.Pump) continue;
    stepped.add(project.getLinkValue(link, LinkProperty.LinkPattern));
  }
  return stepped;
}

const repeat = (values: readonly number[], times: number): number[] =>
  values.flatMap((value) => Array.from({ length: times }, () => value));

/** From the middle of one step to the middle of the next, round the end; each value is that of its start. */
function slope(values: readonly number[], times: number): number[] {
  return Array.from({ length: values.length * times }, (_, step) => {
    const position = step / times - 0.5;
    const before = Math.floor(position);
    const at = (index: number) => values[(index + values.length) % values.length] ?? 0;
    return at(before) + (at(before + 1) - at(before)) * (position - before);
  });
}

/** The morning two hours later, the night as it was. */
function postpone(values: readonly number[]): number[] {
  return values.map((_, step) => {
    const hour = (step / values.length) * 24;
    const delay = hour < 12 ? Math.min(2, hour / 3) : Math.max(0, 2 - (hour - 12) / 3);
    const from = ((hour - delay) / 24) * values.length;
    const before = Math.floor(from);
    const at = (index: number) => values[(index + values.length) % values.length] ?? 0;
    return at(before) + (at(before + 1) - at(before)) * (from - before);
  });
}
