// What a query may ask of one kind of entity. Every `sql` is text of our own over the alias of a row.

export type ValueKind =
  | 'number'
  | 'string'
  | 'instant'
  | 'interval'
  | 'geometry'
  /** Any JSON; what stands inside it is reached by further steps of a path. */
  | 'json'
  /** The result of an observation: a number in its own column, else any JSON. */
  | 'result';

export interface EntityProperty {
  readonly kind: ValueKind;
  readonly sql: (row: string) => string;
  /** End of an interval; `sql` is its start. */
  readonly endSql?: (row: string) => string;
  /** What the index of a geometry knows: a `box`. */
  readonly bounds?: (row: string) => string;
  /** The JSON that an answer holds, null where it is left out. */
  readonly json: (row: string) => string;
  readonly isNullable?: boolean;
}

export interface Navigation {
  /** Name of a set. */
  readonly target: string;
  readonly isMany: boolean;
  /** The condition under which two rows belong together. */
  readonly join: (from: string, to: string) => string;
}

export interface EntitySet {
  /** `Things` */
  readonly name: string;
  /** `Thing` */
  readonly single: string;
  readonly table: string;
  /** Columns that order rows one way only. */
  readonly key: readonly string[];
  readonly properties: Readonly<Record<string, EntityProperty>>;
  readonly navigations: Readonly<Record<string, Navigation>>;
}
