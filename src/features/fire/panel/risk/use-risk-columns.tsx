import { nameOfUse } from '#model/use-names.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, type TableColumn } from '#ui';
import type { RiskRow } from '../../contract/risk.ts';
import { factorWords, rateWords } from '../../kernel/rate-words.ts';
import { selectFire } from '../../state.ts';
import { messages } from './messages.ts';
import { RiskClassMark } from './RiskClassMark.tsx';
import styles from './risk.module.css';

/** Two columns of three lines, since the card is narrow; the last line says what the list is ordered by. */
export function useRiskColumns(): readonly TableColumn<RiskRow>[] {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const order = useAppState((state) => selectFire(state).risk.query.order);
  const peopleOf = ({ people }: RiskRow) =>
    Number.isNaN(people) ? '' : say(messages.peopleIn(formatNumber(Math.round(people), language)));
  const orderedBy = ({ score, live, lastInspection }: RiskRow) => {
    if (order === 'live')
      return live > 0 ? say(messages.liveNow(factorWords(Math.exp(live)))) : '–';
    if (order === 'inspection') return lastInspection ?? say(messages.never);
    return say(messages.scoreIs(formatNumber(Number(score.toPrecision(2)), language)));
  };
  return [
    {
      id: 'building',
      title: say(messages.building),
      width: 'minmax(0, 1fr)',
      value: ({ building }) => building.name,
      render: (row) => (
        <span className={styles.lines}>
          <span className={styles.name}>{row.building.name}</span>
          <span className={styles.small}>
            {[
              row.live > 0 && say(messages.liveNow(factorWords(Math.exp(row.live)))),
              say(nameOfUse(row.use)),
              peopleOf(row),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={styles.small}>{say(row.because)}</span>
        </span>
      ),
    },
    {
      id: 'fires',
      title: say(messages.fires),
      width: '7.5rem',
      value: ({ firesPerYear }) => firesPerYear,
      render: (row) => (
        <span className={styles.lines}>
          <RiskClassMark riskClass={row.riskClass} />
          <span className={styles.small}>{say(rateWords(row.firesPerYear))}</span>
          <span className={styles.small}>{orderedBy(row)}</span>
        </span>
      ),
    },
  ];
}
