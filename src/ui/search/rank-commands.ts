import { fuzzyScore } from './fuzzy-score.ts';
import { groupBy } from './group-by.ts';

export interface Rankable {
  readonly id: string;
  readonly title: string;
  readonly group?: string;
  /** Other words that find it, e.g. the title in another language. */
  readonly keywords?: string;
}

export interface RankedGroup<Item> {
  readonly title: string;
  readonly items: readonly Item[];
}

/** Commands for a query, best first; without one, the recent ones and then each group as it came. */
export function rankCommands<Item extends Rankable>(
  items: readonly Item[],
  query: string,
  recentIds: readonly string[],
  recentTitle: string,
): readonly RankedGroup<Item>[] {
  if (query.trim() !== '') {
    const ranked = items
      .map((item) => ({ item, score: bestScore(item, query, recentIds.includes(item.id)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ item }) => item);
    return ranked.length > 0 ? [{ title: '', items: ranked }] : [];
  }
  const recent = recentIds.flatMap((id) => items.filter((item) => item.id === id));
  const others = groupBy(
    items.filter((item) => !recent.includes(item)),
    (item) => item.group ?? '',
  );
  const groups = [...others].map(([title, members]) => ({ title, items: members }));
  return recent.length > 0 ? [{ title: recentTitle, items: recent }, ...groups] : groups;
}

function bestScore(item: Rankable, query: string, isRecent: boolean): number {
  const title = fuzzyScore(query, item.title) ?? 0;
  const keywords = 0.9 * (fuzzyScore(query, item.keywords ?? '') ?? 0);
  const group = 0.5 * (fuzzyScore(query, item.group ?? '') ?? 0);
  const best = Math.max(title, keywords, group);
  return best > 0 && isRecent ? best + 0.05 : best;
}
