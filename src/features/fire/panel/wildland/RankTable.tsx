import { useText } from '#store/use-store.tsx';
import { EmptyState } from '#ui';
import type { WildlandResult } from '../../contract/wildland.ts';
import styles from '../panel.module.css';
import { rankNames, wildlandWords as words } from './messages.ts';
import { useWrite } from './use-wildland.ts';

/** How much of the burnable ground burns how fiercely. */
export function RankTable({ result }: { readonly result: WildlandResult }) {
  const say = useText();
  const write = useWrite();
  const { ranksM2, burnableM2 } = result;
  if (burnableM2 === 0) return <EmptyState icon="tree" title={say(words.nothingBurns)} />;
  return (
    <table className={styles.table} aria-label={say(words.ranks)}>
      <thead>
        <tr>
          <th scope="col">{say(words.intensity)}</th>
          <th scope="col">{say(words.ground)}</th>
        </tr>
      </thead>
      <tbody>
        {ranksM2.map((areaM2, rank) =>
          areaM2 > 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rank is its place.
            <tr key={rank}>
              <th scope="row">{rankNames[rank] ? say(rankNames[rank]) : rank}</th>
              <td>{write.hectares(areaM2)}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
