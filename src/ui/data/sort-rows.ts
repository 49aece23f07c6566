export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

type Sortable = string | number | undefined;

/**
 * Order of `rows` by one of their values: numbers by size, words as the language orders them,
 * what has no value last in both directions. Equal rows keep their order.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  readValue: (row: Row) => Sortable,
  direction: TableSort['direction'],
  locale: string,
): readonly Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: readValue(row) }))
    .sort(({ value: a }, { value: b }) => {
      const isEmptyA = a === undefined || Number.isNaN(a);
      const isEmptyB = b === undefined || Number.isNaN(b);
      if (isEmptyA || isEmptyB) return Number(isEmptyA) - Number(isEmptyB);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * compare(String(a), String(b));
    })
    .map(({ row }) => row);
}
