import type { Text } from '#model/text.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { EmptyState, formatNumber, Note, Stack, StatusBadge } from '#ui';
import {
  type ComparedMeasure,
  type ComparedRow,
  compareImpacts,
} from '../../kernel/consequences/compare-impacts.ts';
import { roundMoney } from '../../kernel/consequences/round-money.ts';
import { selectFlood } from '../../state.ts';
import { useRun, useShownRun, useSince } from '../use-flood.ts';
import styles from './consequences.module.css';
import { messages } from './messages.ts';
import { useComparedImpact, useImpact, useLanguage } from './use-impact.ts';

const names: Readonly<Record<ComparedMeasure, Text>> = {
  flooded: messages.flooded,
  floodedSoFar: messages.floodedSoFar,
  deepWater: messages.deepWater,
  peopleDay: messages.peopleDay,
  peopleNight: messages.peopleNight,
  critical: messages.critical,
  cutOff: messages.cutOffSites,
  isolated: messages.isolatedBuildings,
  roads: messages.roads,
  roadsM: messages.roadsKm,
  damage: messages.damage,
};

/** Moments this far apart (s) aren't compared without a word. */
const APART_S = 120;

/** The shown run and the one beside it in numbers, with what the one is less the other. */
export default function ComparisonSection() {
  const say = useText();
  const since = useSince();
  const write = useWriter();
  const shownRun = useShownRun();
  const comparedRun = useRun(useAppState((state) => selectFlood(state).compared));
  const shown = useImpact();
  const compared = useComparedImpact();
  if (!shown || !compared) {
    return <EmptyState icon="compare" title={say(messages.noComparison)} />;
  }
  const rows = compareImpacts(shown, compared);
  const isApart = Math.abs(shown.timeS - compared.timeS) > APART_S;
  return (
    <Stack gap="s">
      {isApart && (
        <StatusBadge tone="stale" word={say(messages.otherTime(since(compared.timeS)))} isPlain />
      )}
      <table className={styles.table} aria-label={say(messages.comparison)}>
        <thead>
          <tr>
            <th scope="col">{say(messages.measure)}</th>
            <th scope="col">{shownRun?.scenario.name ?? say(messages.shownRun)}</th>
            <th scope="col">{comparedRun?.scenario.name ?? say(messages.comparedRun)}</th>
            <th scope="col">{say(messages.difference)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.measure}>
              <th scope="row">
                {say(names[row.measure])}
                {row.measure === 'damage' && ` (${shown.currency})`}
                {row.measure === 'roadsM' && ' (km)'}
              </th>
              <td>{write(row.measure, row.shown)}</td>
              <td>{write(row.measure, row.compared)}</td>
              <td>{withSign(row, write)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Note kind="faint">{say(messages.differenceMeans)}</Note>
    </Stack>
  );
}

type Write = (measure: ComparedMeasure, value: number) => string;

function useWriter(): Write {
  const language = useLanguage();
  return (measure, value) => {
    if (measure === 'roadsM') return formatNumber(value / 1000, language, { decimals: 1 });
    if (measure !== 'damage') return formatNumber(value, language);
    const rounded = Math.sign(value) * roundMoney(Math.abs(value));
    return formatNumber(rounded, language, { isCompact: true });
  };
}

const withSign = ({ measure, difference }: ComparedRow, write: Write) =>
  `${difference > 0 ? '+' : ''}${write(measure, difference)}`;
