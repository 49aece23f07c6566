// Tables of distances as standards give them. Figures that were not checked against the standard's text say so.

import type {
  ClearanceGroup,
  ClearanceRule,
  CoverRule,
  RuleTable,
} from '../../contract/clearance.ts';

const horizontal = 'GB 50289-2016, 4.1.9';
const vertical = 'GB 50289-2016, 4.1.14';
const cover = 'GB 50289-2016, 4.1.1';

const rule = (
  a: ClearanceGroup,
  b: ClearanceGroup,
  horizontalM: number,
  verticalM: number,
  isToBeConfirmed = true,
): ClearanceRule => ({
  ...{ a, b, horizontalM, verticalM, isToBeConfirmed },
  source: `${horizontal} / ${vertical.slice(-6)}`,
});

const covers = (
  source: string,
  list: readonly (readonly [ClearanceGroup, number])[],
): CoverRule[] => list.map(([group, coverM]) => ({ group, coverM, source, isToBeConfirmed: true }));

/** Under carriageways; buried pipes and cables. Supply and return, and cables of one trench, lie side by side. */
const chinese: RuleTable = {
  id: 'gb-50289',
  name: { en: 'GB 50289-2016 (China)', zh: 'GB 50289-2016 城市工程管线综合规划规范' },
  clearances: [
    // 1.0 m up to DN 200 and 1.5 m above: the stricter one.
    rule('water', 'sewer', 1.5, 0.4, false),
    rule('water', 'reclaimed', 0.5, 0.5),
    rule('water', 'gasLow', 0.5, 0.15, false),
    rule('water', 'gasMedium', 0.5, 0.15, false),
    rule('water', 'gasHigh', 1.5, 0.15),
    rule('water', 'heat', 1.5, 0.15, false),
    rule('water', 'power', 0.5, 0.5),
    rule('water', 'telecom', 1, 0.5),
    rule('sewer', 'gasLow', 1, 0.15, false),
    rule('sewer', 'gasMedium', 1.2, 0.15, false),
    rule('sewer', 'gasHigh', 2, 0.15),
    rule('sewer', 'heat', 1.5, 0.15, false),
    rule('sewer', 'reclaimed', 0.5, 0.4),
    rule('sewer', 'power', 0.5, 0.5),
    rule('sewer', 'telecom', 1, 0.5),
    rule('gasLow', 'heat', 1, 0.15),
    rule('gasMedium', 'heat', 1, 0.15),
    rule('gasHigh', 'heat', 2, 0.15),
    rule('gasLow', 'power', 0.5, 0.5),
    rule('gasMedium', 'power', 0.5, 0.5),
    rule('gasHigh', 'power', 1.5, 0.5),
    rule('gasLow', 'telecom', 0.5, 0.5),
    rule('gasMedium', 'telecom', 0.5, 0.5),
    rule('gasHigh', 'telecom', 1.5, 0.5),
    rule('heat', 'power', 2, 0.5),
    rule('heat', 'telecom', 1, 0.25),
    rule('power', 'telecom', 0.5, 0.5),
  ],
  covers: covers(cover, [
    ['water', 0.7],
    ['reclaimed', 0.7],
    ['sewer', 0.7],
    ['gasLow', 0.9],
    ['gasMedium', 0.9],
    ['gasHigh', 0.9],
    ['heat', 1],
    ['power', 1],
    ['telecom', 0.9],
  ]),
};

const groups: readonly ClearanceGroup[] = [
  ...(['water', 'reclaimed', 'sewer', 'gasLow', 'gasMedium', 'gasHigh', 'heat'] as const),
  ...(['power', 'telecom'] as const),
];

/** 0.4 m side by side and 0.2 m at crossings, as works rules for pipes ask; water keeps 1 m from sewers. */
const german: RuleTable = {
  id: 'dvgw-w-400-1',
  name: { en: 'DVGW W 400-1 (Germany)', zh: 'DVGW W 400-1（德国）' },
  clearances: groups.flatMap((a, at) =>
    groups.slice(at + 1).flatMap((b): ClearanceRule[] => {
      if (a.startsWith('gas') && b.startsWith('gas')) return [];
      const isWaterBySewer = a === 'water' && b === 'sewer';
      return [
        {
          ...{ a, b, verticalM: 0.2, horizontalM: isWaterBySewer ? 1 : 0.4 },
          source: 'DVGW W 400-1, DIN 1998',
          isToBeConfirmed: isWaterBySewer || a !== 'water',
        },
      ];
    }),
  ),
  covers: covers('DIN 1998, DVGW W 400-1, G 472, AGFW FW 401', [
    ['water', 1],
    ['reclaimed', 1],
    ['sewer', 0.8],
    ['gasLow', 0.6],
    ['gasMedium', 0.6],
    ['gasHigh', 0.8],
    ['heat', 0.6],
    ['power', 0.6],
    ['telecom', 0.5],
  ]),
};

export const ruleTables: readonly RuleTable[] = [chinese, german];

/** Rules by `a/b` both ways. */
export function indexRules(table: RuleTable): ReadonlyMap<string, ClearanceRule> {
  return new Map(
    table.clearances.flatMap((one) => [
      [`${one.a}/${one.b}`, one] as const,
      [`${one.b}/${one.a}`, one] as const,
    ]),
  );
}
