import type { RiskChange, RiskQuery } from '../contract/risk.ts';

/** What the tool of the risk shows. */
export const riskParts = ['list', 'plan', 'what-if', 'coefficients'] as const;
export type RiskPart = (typeof riskParts)[number];

export interface RiskState {
  readonly part: RiskPart;
  readonly query: RiskQuery;
  /** What-if: changes that are tried. */
  readonly changes: readonly RiskChange[];
  /** The table of coefficients as text where a person edited it; undefined: the one that Panopolis comes with. */
  readonly coefficients: string | undefined;
}

export const initialQuery: RiskQuery = {
  order: 'score',
  isDescending: true,
  text: '',
  classes: [],
  uses: [],
  onlyRaised: false,
  from: 0,
  count: 200,
};

export const initialRisk: RiskState = {
  part: 'list',
  query: initialQuery,
  changes: [],
  coefficients: undefined,
};
