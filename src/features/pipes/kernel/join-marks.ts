import { noMarks, type PipeMarks } from '../contract/marks.ts';

/** What several want marked, together; changes of one network are those of the first that has some. */
export function joinMarks(parts: readonly (Partial<PipeMarks> | undefined)[]): PipeMarks {
  const said = parts.filter((part) => part !== undefined);
  const all = (pick: (part: Partial<PipeMarks>) => Uint32Array | undefined): Uint32Array => {
    const lists = said.flatMap((part) => pick(part) ?? []).filter(({ length }) => length > 0);
    const [only] = lists;
    if (!only) return noMarks.marked;
    if (lists.length === 1) return only;
    return Uint32Array.from(new Set(lists.flatMap((list) => [...list])));
  };
  const heat = said.find((part) => part.heat)?.heat;
  return {
    ...(heat && { heat }),
    isolated: all(({ isolated }) => isolated),
    noSupply: all(({ noSupply }) => noSupply),
    marked: all(({ marked }) => marked),
    changes: Object.assign({}, ...said.toReversed().map(({ changes }) => changes)),
  };
}
