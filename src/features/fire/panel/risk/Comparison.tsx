import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, formatNumber, Note, Skeleton, Stack, useKit } from '#ui';
import type { RiskChange, RiskComparison } from '../../contract/risk.ts';
import { messages } from './messages.ts';
import { whatIfMessages } from './messages-what-if.ts';
import styles from './risk.module.css';
import { selectBuilding } from './select-building.ts';
import { useRiskAnswer } from './use-risk.ts';
import { useTriedArrivals } from './use-tried-arrivals.ts';

/** The city before and after the changes, in numbers, and the buildings that change most. */
export function Comparison({ changes }: { readonly changes: readonly RiskChange[] }) {
  const say = useText();
  const { isSettled, key, firstEngineS } = useTriedArrivals(changes);
  const { answer, failure } = useRiskAnswer(
    'compare',
    { changes, ...(firstEngineS && { firstEngineS }) },
    { keeps: true, isWanted: isSettled, about: [changes, key] },
  );
  return (
    <Stack gap="s">
      {failure && <Banner tone="warning" title={say(messages.failed(failure))} />}
      {!answer && !failure && <Skeleton lines={4} />}
      {answer && <InCity comparison={answer} />}
      {answer && <Most most={answer.most} />}
      {answer?.enginesBy && (
        <Note kind="faint">{say(whatIfMessages.engineModels[answer.enginesBy])}</Note>
      )}
    </Stack>
  );
}

function InCity({ comparison: { before, after } }: { readonly comparison: RiskComparison }) {
  const say = useText();
  return (
    <table className={styles.table} aria-label={say(whatIfMessages.comparison)}>
      <Head first={say(whatIfMessages.comparison)} />
      <tbody>
        <Line
          name={say(whatIfMessages.firesInCity)}
          before={before.firesPerYear}
          after={after.firesPerYear}
        />
        <Line name={say(whatIfMessages.scoreInCity)} before={before.score} after={after.score} />
      </tbody>
    </table>
  );
}

function Most({ most }: Pick<RiskComparison, 'most'>) {
  const say = useText();
  const store = useAppStore();
  if (most.length === 0) return <Note kind="faint">{say(whatIfMessages.noChange)}</Note>;
  return (
    <table className={styles.table} aria-label={say(whatIfMessages.most)}>
      <Head first={say(whatIfMessages.most)} />
      <tbody>
        {most.map(({ building, before, after }) => (
          <Line
            key={building.id}
            name={
              <Button kind="quiet" size="s" onClick={() => selectBuilding(store, building)}>
                {building.name}
              </Button>
            }
            before={before}
            after={after}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ first }: { readonly first: string }) {
  const say = useText();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{say(whatIfMessages.before)}</th>
        <th scope="col">{say(whatIfMessages.after)}</th>
        <th scope="col">{say(whatIfMessages.change)}</th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly name: React.ReactNode;
  readonly before: number;
  readonly after: number;
}

function Line({ name, before, after }: LineProps) {
  const { language } = useKit();
  const write = (value: number) => formatNumber(value, language);
  const difference = after - before;
  const share = before > 0 ? (difference / before) * 100 : 0;
  const sign = difference > 0 ? '+' : '';
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{write(Number(before.toPrecision(5)))}</td>
      <td>{write(Number(after.toPrecision(5)))}</td>
      <td>
        {sign}
        {write(Number(difference.toPrecision(2)))} ({sign}
        {write(Number(share.toPrecision(2)))}%)
      </td>
    </tr>
  );
}
