import { useText } from '#store/use-store.tsx';
import { DataTable, EmptyState } from '#ui';
import type { WildlandResult } from '../../contract/wildland.ts';
import { rankNames, wildlandWords as words } from './messages.ts';
import { useWrite } from './use-wildland.ts';

interface Rank {
  readonly rank: number;
  readonly areaM2: number;
}

/** How much of the burnable ground burns how fiercely. */
export function RankTable({ result }: { readonly result: WildlandResult }) {
  const say = useText();
  const write = useWrite();
  const { ranksM2, burnableM2 } = result;
  if (burnableM2 === 0) return <EmptyState icon="tree" title={say(words.nothingBurns)} />;
  return (
    <DataTable<Rank>
      label={say(words.ranks)}
      rows={ranksM2.map((areaM2, rank) => ({ rank, areaM2 })).filter(({ areaM2 }) => areaM2 > 0)}
      rowId={({ rank }) => String(rank)}
      height="8rem"
      columns={[
        {
          ...{ id: 'rank', title: say(words.intensity), width: 'minmax(9rem, 3fr)' },
          value: ({ rank }) => rank,
          render: ({ rank }) => (rankNames[rank] ? say(rankNames[rank]) : rank),
        },
        {
          ...{ id: 'area', title: say(words.ground), width: 'minmax(4.5rem, 1fr)', align: 'end' },
          value: ({ areaM2 }) => areaM2,
          render: ({ areaM2 }) => write.hectares(areaM2),
        },
      ]}
    />
  );
}
