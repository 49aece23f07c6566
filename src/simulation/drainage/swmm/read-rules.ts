// [CONTROLS] of a SWMM file: IF … AND … OR … THEN … ELSE … PRIORITY with fixed values. SI.

import type { ControlAction, ControlRule, DrainageLink, Premise } from '../model.ts';
import { parseClock } from './read-time.ts';
import type { Row, SwmmFile } from './sections.ts';
import type { SwmmUnits } from './units.ts';

interface Draft {
  id: string;
  priority: number;
  alternatives: Premise[][];
  actions: ControlAction[];
  otherwise: ControlAction[];
}

export function readRules(
  file: SwmmFile,
  units: SwmmUnits,
  nodeRows: ReadonlyMap<string, number>,
  links: readonly DrainageLink[],
): ControlRule[] {
  const rules: Draft[] = [];
  const linkRows = new Map(links.map(({ id }, row) => [id, row]));
  let part: 'if' | 'then' | 'else' = 'if';
  for (const row of file.rows('CONTROLS')) {
    const [word = '', ...rest] = row.tokens;
    const clause = word.toUpperCase();
    if (clause === 'RULE') {
      rules.push({ id: rest[0] ?? '', priority: 0, alternatives: [], actions: [], otherwise: [] });
      part = 'if';
      continue;
    }
    const rule = rules.at(-1);
    if (!rule) throw file.error(row, `${word} stands before the first RULE.`);
    if (clause === 'PRIORITY') {
      rule.priority = Number(rest[0]) || 0;
      continue;
    }
    if (clause === 'THEN') part = 'then';
    if (clause === 'ELSE') part = 'else';
    if (part === 'if') {
      const premise = readPremise(file, row, rest, units, nodeRows, linkRows);
      if (clause === 'OR' || rule.alternatives.length === 0) rule.alternatives.push([premise]);
      else rule.alternatives.at(-1)?.push(premise);
    } else
      (part === 'then' ? rule.actions : rule.otherwise).push(readAction(file, row, rest, linkRows));
  }
  return rules;
}

const quantities = {
  DEPTH: 'depth',
  HEAD: 'head',
  INFLOW: 'inflow',
  FLOW: 'flow',
  SETTING: 'setting',
  STATUS: 'setting',
  TIME: 'time',
  CLOCKTIME: 'clocktime',
} as const;

function readPremise(
  file: SwmmFile,
  row: Row,
  tokens: readonly string[],
  units: SwmmUnits,
  nodes: ReadonlyMap<string, number>,
  links: ReadonlyMap<string, number>,
): Premise {
  const kind = (tokens[0] ?? '').toUpperCase();
  const isSimulation = kind === 'SIMULATION';
  const isNode = kind === 'NODE';
  const [name = '', comparison = '', value = ''] = tokens.slice(isSimulation ? 1 : 2);
  const quantity = Object.entries(quantities).find(([word]) => word === name.toUpperCase())?.[1];
  const operator = (['=', '<>', '<', '<=', '>', '>='] as const).find((one) => one === comparison);
  const found = isSimulation ? 0 : (isNode ? nodes : links).get(tokens[1] ?? '');
  if (!quantity || !operator || found === undefined) {
    throw file.error(
      row,
      `The premise "${tokens.join(' ')}" can't be read: object, quantity, comparison and a value are expected.`,
    );
  }
  const number = toNumber(value) ?? (isSimulation ? parseClock(value) : undefined);
  if (number === undefined)
    throw file.error(row, `The premise compares with ${value}, expected a number.`);
  const unit =
    quantity === 'depth' || quantity === 'head'
      ? units.lengthM
      : quantity === 'inflow' || quantity === 'flow'
        ? units.flowM3s
        : 1;
  const hours = isSimulation && !value.includes(':') ? 3600 : 1;
  return {
    subject: isSimulation ? 'simulation' : isNode ? 'node' : 'link',
    ...{ row: found, quantity, comparison: operator, value: number * unit * hours },
  };
}

function readAction(
  file: SwmmFile,
  row: Row,
  tokens: readonly string[],
  links: ReadonlyMap<string, number>,
): ControlAction {
  const link = links.get(tokens[1] ?? '');
  const setting = toNumber(tokens[4] ?? '');
  if (link === undefined || setting === undefined) {
    throw file.error(
      row,
      `The action "${tokens.join(' ')}" can't be read: a link and a fixed setting are expected.`,
    );
  }
  return { link, setting };
}

function toNumber(token: string): number | undefined {
  const word = token.toUpperCase();
  if (word === 'ON' || word === 'OPEN') return 1;
  if (word === 'OFF' || word === 'CLOSED') return 0;
  const number = Number(token);
  return token === '' || Number.isNaN(number) ? undefined : number;
}
