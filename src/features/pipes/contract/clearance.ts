// Distances that utilities keep from each other and from the surface: rules and what breaks them. SI.

import type { Text } from '#model/text.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { PipeKey } from '../contract.ts';

export const clearanceGroups = [
  ...['water', 'reclaimed', 'sewer', 'gasLow', 'gasMedium', 'gasHigh', 'heat', 'power', 'telecom'],
] as const;
export type ClearanceGroup = (typeof clearanceGroups)[number];

/** NaN: the rule asks for nothing. */
export interface ClearanceRule {
  readonly a: ClearanceGroup;
  readonly b: ClearanceGroup;
  /** Side by side, outside to outside in the plan. */
  readonly horizontalM: number;
  /** At crossings, outside to outside. */
  readonly verticalM: number;
  readonly source: string;
  /** The figure was not checked against the text of the standard. */
  readonly isToBeConfirmed: boolean;
}

export interface CoverRule {
  readonly group: ClearanceGroup;
  readonly coverM: number;
  readonly source: string;
  readonly isToBeConfirmed: boolean;
}

export interface RuleTable {
  readonly id: string;
  readonly name: Text;
  readonly clearances: readonly ClearanceRule[];
  readonly covers: readonly CoverRule[];
}

export const findingKinds = ['clash', 'vertical', 'horizontal', 'cover'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface ClearanceFinding {
  readonly kind: FindingKind;
  readonly a: PipeKey;
  /** Absent for a cover. */
  readonly b: PipeKey | undefined;
  readonly aId: string;
  readonly bId: string;
  readonly aIndex: number;
  readonly bIndex: number;
  readonly aUtility: UtilityNetwork;
  readonly bUtility: UtilityNetwork | undefined;
  /** Below 0 where they overlap. */
  readonly measuredM: number;
  readonly requiredM: number;
  readonly source: string;
  readonly isToBeConfirmed: boolean;
  /** Both heights are surveyed or follow from surveyed inverts. */
  readonly isHeightKnown: boolean;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly heightM: number;
}

export interface ClearanceRequest {
  readonly table: RuleTable;
  /** Ids of networks that are left out. */
  readonly hidden: readonly string[];
  /** One of `parts` equal parts of all pipes, from 0, so that a check shows progress and can stop. */
  readonly part: number;
  readonly parts: number;
}

/** What a part added; the findings themselves stay in the worker until they are asked for. */
export interface ClearancePart {
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly pipes: number;
  /** Pairs of pipes that a rule speaks of and that lie close enough to be measured. */
  readonly pairs: number;
}

export interface ClearanceListRequest {
  readonly kind: FindingKind | undefined;
  readonly from: number;
  readonly limit: number;
}

/** The worst first: overlaps, then by what is missing. */
export interface ClearanceList {
  readonly total: number;
  readonly rows: readonly ClearanceFinding[];
}
