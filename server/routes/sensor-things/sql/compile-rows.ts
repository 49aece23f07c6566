// Which rows, in which order, how many: `$filter`, `$orderby`, `$top`, `$skip`.

import type { EntitySet } from '../entity.ts';
import type { QueryOptions } from '../language/syntax.ts';
import { compileOrder, compilePredicate } from './compile-expression.ts';
import type { Statement } from './statement.ts';

export interface Rows {
  readonly set: EntitySet;
  readonly row: string;
  /** What holds for them beside the filter. */
  readonly conditions: readonly string[];
  readonly options: QueryOptions;
  readonly statement: Statement;
}

/** A table of the rows under their alias, with their place from 1 in `iot_place`; one more than `top`. */
export function compileRows(rows: Rows, top: number): string {
  const { set, row, options } = rows;
  const order = compileOrders(rows);
  const skip = options.skip ?? 0;
  return `(select ${row}.*, row_number() over (order by ${order}) as iot_place
    from ${set.table} ${row} ${compileWhere(rows)}
    order by ${order} limit ${top + 1} offset ${skip}) ${row}`;
}

export function compileWhere({ set, row, conditions, options, statement }: Rows): string {
  const { filter } = options;
  const all = filter
    ? [...conditions, compilePredicate(filter, { set, row, statement, option: '$filter' })]
    : conditions;
  return all.length > 0 ? `where ${all.join(' and ')}` : '';
}

/** Always one order: what is equal comes by its key. */
function compileOrders({ set, row, options, statement }: Rows): string {
  const orders = (options.orderBy ?? []).map((order) =>
    compileOrder(order, { set, row, statement, option: '$orderby' }),
  );
  return [...orders, ...set.key.map((column) => `${row}.${column}`)].join(', ');
}
