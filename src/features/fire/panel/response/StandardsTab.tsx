import { useText } from '#store/use-store.tsx';
import { formatQuantity, Note, Skeleton, Stack, StatusBadge, useKit } from '#ui';
import type { StandardRow } from '../../contract/response.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useBaseline } from './use-baseline.ts';
import { useCover } from './use-response.ts';

/** NFPA 1710 and GB 51080 side by side; with what is tried here beside the city as it is. */
export function StandardsTab() {
  const say = useText();
  const cover = useCover();
  const before = useBaseline();
  if (!cover) return <Skeleton lines={8} />;
  return (
    <Stack gap="s">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say(messages.measure)}</th>
            <th scope="col">{say(messages.limit)}</th>
            <th scope="col">{say(messages.reached)}</th>
            {before && <th scope="col">{say(messages.withChanges)}</th>}
          </tr>
        </thead>
        <tbody>
          {cover.standards.map((row, at) => (
            <tr key={row.measure.en}>
              <th scope="row">
                <span className={styles.two}>
                  <strong>{row.standard}</strong>
                  <span>{say(row.measure)}</span>
                </span>
              </th>
              <td>{say(row.limit)}</td>
              <td>
                <Reached row={before?.[at] ?? row} />
              </td>
              {before && (
                <td>
                  <Reached row={row} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Note kind="faint">{say(messages.standardsWhy)}</Note>
      {before && <Note kind="faint">{say(messages.changesAre)}</Note>}
    </Stack>
  );
}

function Reached({ row: { reached, unit, holds } }: { readonly row: StandardRow }) {
  const say = useText();
  const { language } = useKit();
  return (
    <span className={styles.two}>
      <strong>{formatQuantity(reached, unit, language, { decimals: 1 })}</strong>
      <StatusBadge
        tone={holds ? 'good' : 'warning'}
        word={say(holds ? messages.holds : messages.fails)}
        isPlain
      />
    </span>
  );
}
