// What a query says, as a tree. `at` is where a part begins in its option, from 0.

export type Expression = Literal | Path | Call | Binary | Unary;

export type LiteralKind =
  | 'number'
  | 'string'
  | 'boolean'
  | 'null'
  | 'instant'
  | 'interval'
  | 'date'
  | 'time'
  | 'duration'
  | 'geometry';

export interface Literal {
  readonly kind: 'literal';
  readonly type: LiteralKind;
  /** As written, without quotes: `2.5e3`, `it's`, `2026-01-01T00:00:00Z`, `POINT (30 10)`. */
  readonly text: string;
  readonly at: number;
}

/** `Datastreams/ObservedProperty/name`, `properties/owner/name`. */
export interface Path {
  readonly kind: 'path';
  readonly segments: readonly string[];
  readonly at: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Expression[];
  readonly at: number;
}

export const arithmetic = ['add', 'sub', 'mul', 'div', 'mod'] as const;
export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export type Operator = (typeof arithmetic)[number] | Comparison | 'and' | 'or';

export interface Binary {
  readonly kind: 'binary';
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

export interface Unary {
  readonly kind: 'not' | 'negative';
  readonly operand: Expression;
  readonly at: number;
}

export interface Order {
  readonly expression: Expression;
  readonly isDescending: boolean;
}

export interface Expansion {
  /** One navigation property; a path in `$expand` becomes nested expansions. */
  readonly name: string;
  readonly options: QueryOptions;
  readonly at: number;
}

export interface QueryOptions {
  readonly filter?: Expression | undefined;
  readonly orderBy?: readonly Order[] | undefined;
  readonly expand?: readonly Expansion[] | undefined;
  /** Names of properties. */
  readonly select?: readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
  readonly count?: boolean | undefined;
  readonly resultFormat?: 'dataArray' | undefined;
}
