import { nameOfUse } from '#model/use-names.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, type TableColumn } from '#ui';
import type { RiskRow } from '../../contract/risk.ts';
import { factorWords, rateWords } from '../../kernel/rate-words.ts';
import { messages } from './messages.ts';
import { RiskClassMark } from './RiskClassMark.tsx';
import styles from './risk.module.css';

/** Columns of the ranked list; ids that are an order of the query sort in the worker. */
export function useRiskColumns(): readonly TableColumn<RiskRow>[] {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  return [
    {
      id: 'building',
      title: say(messages.building),
      width: 'minmax(9rem, 1.4fr)',
      value: ({ building }) => building.name,
      render: ({ building, use }) => <Two first={building.name} second={say(nameOfUse(use))} />,
    },
    {
      id: 'fires',
      title: say(messages.fires),
      width: 'minmax(8.5rem, 1fr)',
      value: ({ firesPerYear }) => firesPerYear,
      render: ({ firesPerYear, riskClass }) => (
        <span className={styles.two}>
          <RiskClassMark riskClass={riskClass} />
          <span className={styles.small}>{say(rateWords(firesPerYear))}</span>
        </span>
      ),
    },
    {
      id: 'score',
      title: say(messages.score),
      align: 'end',
      width: '5rem',
      value: ({ score }) => score,
      render: ({ score }) => formatNumber(Number(score.toPrecision(2)), language),
    },
    {
      id: 'live',
      title: say(messages.live),
      align: 'end',
      width: '4.5rem',
      value: ({ live }) => live,
      render: ({ live }) => (live > 0 ? factorWords(Math.exp(live)) : '–'),
    },
    {
      id: 'because',
      title: say(messages.because),
      width: 'minmax(12rem, 2fr)',
      value: ({ because }) => say(because),
    },
    {
      id: 'people',
      title: say(messages.people),
      align: 'end',
      width: '4.5rem',
      value: ({ people }) => people,
      render: ({ people }) =>
        formatNumber(Number.isNaN(people) ? undefined : Math.round(people), language),
    },
    {
      id: 'inspection',
      title: say(messages.inspection),
      align: 'end',
      width: '6.5rem',
      value: ({ lastInspection }) => lastInspection ?? say(messages.never),
    },
  ];
}

/** A row of two lines: what it is, what else is known of it. */
function Two({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <span className={styles.two}>
      <span>{first}</span>
      <span className={styles.small}>{second}</span>
    </span>
  );
}
