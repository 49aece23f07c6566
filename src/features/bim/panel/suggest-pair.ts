interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names that have less in common at their beginning are of different buildings. */
const LEAST_COMMON = 3;

/**
 * Two models to compare, the older first as they were opened: the selected one, else the last, and the one whose name
 * is most like its own, else its neighbour.
 */
export function suggestPair(
  models: readonly Named[],
  selected: string | undefined,
): { readonly before?: string | undefined; readonly after?: string | undefined } {
  const found = models.findIndex(({ id }) => id === selected);
  const at = found === -1 ? models.length - 1 : found;
  const one = models[at];
  if (!one) return {};
  const others = models.filter((_, index) => index !== at);
  const likes = others.map(({ name }) => commonStart(name, one.name));
  const most = Math.max(...likes);
  const partner =
    most >= LEAST_COMMON ? others[likes.indexOf(most)] : (models[at - 1] ?? models[at + 1]);
  if (!partner) return { before: one.id };
  const [before, after] = [one, partner].sort((a, b) => models.indexOf(a) - models.indexOf(b));
  return { before: before?.id, after: after?.id };
}

function commonStart(a: string, b: string): number {
  const [one, other] = [a.toLocaleLowerCase(), b.toLocaleLowerCase()];
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
