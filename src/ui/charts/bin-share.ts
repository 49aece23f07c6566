/** Where `value` lies between `from` and `to`, 0 … 1; 0 where they coincide. */
export const shareOf = (value: number, from: number, to: number): number =>
  to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;

/** Heights of bars, 0 … 1 of the highest; a bar that holds anything stays visible. */
export function barHeights(counts: readonly number[]): readonly number[] {
  const most = Math.max(0, ...counts);
  return counts.map((count) => (count <= 0 || most === 0 ? 0 : Math.max(0.02, count / most)));
}

/** `values` with the one at `index` moved to `value`, kept between its neighbours and the bounds. */
export function moveHandle(
  values: readonly number[],
  index: number,
  value: number,
  min: number,
  max: number,
): readonly number[] {
  const low = values[index - 1] ?? min;
  const high = values[index + 1] ?? max;
  return values.map((each, at) => (at === index ? Math.min(high, Math.max(low, value)) : each));
}
