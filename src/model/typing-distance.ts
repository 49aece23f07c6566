// How far a typed word is from a known one: insertions, deletions, substitutions and swaps of
// neighbours (optimal string alignment, Damerau 1964), given up beyond a limit.

/**
 * Distance of `typed` to `word`, or to the prefix of `word` nearest to it; undefined where it is more
 * than `limit`.
 */
export function typingDistance(
  typed: string,
  word: string,
  limit: number,
  isPrefix = false,
): number | undefined {
  const width = isPrefix ? Math.min(word.length, typed.length + limit) : word.length;
  if (typed.length - width > limit || width - typed.length > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const isSame = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + Number(!isSame),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        typed[row - 1] === word[column - 2] &&
        typed[row - 2] === word[column - 1];
      if (isSwap) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows, so both must be beyond the limit.
    if (least > limit && Math.min(...last) > limit) return undefined;
    beforeLast = last;
    last = current;
  }
  const distance = isPrefix ? Math.min(...last) : last[width]!;
  return distance <= limit ? distance : undefined;
}
