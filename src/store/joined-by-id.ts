/** What a link brings, and before it what was made here and is not in the link. */
export function joinedById<Thing extends { readonly id: string }>(
  linked: readonly Thing[],
  here: readonly Thing[],
): readonly Thing[] {
  const known = new Set(linked.map(({ id }) => id));
  return [...here.filter(({ id }) => !known.has(id)), ...linked];
}
