/** Where a person says nothing else: metres of cover, of joining ends, and of gaps that are told. */
export const usualWishes = { coverM: 1.2, joinM: 0.1, gapM: 2 } as const;
