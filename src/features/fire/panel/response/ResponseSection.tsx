import { clockText } from '#model/span.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, Skeleton, Stack, StatusBadge } from '#ui';
import { openTool } from '../../state.ts';
import { messages } from './messages.ts';
import { ShortfallBadge } from './NeedRows.tsx';
import styles from './response.module.css';
import { SendButton } from './SendButton.tsx';
import { StatusLines } from './StatusLines.tsx';
import { RESPONSE_TOOL } from './tool.ts';
import { useDispatch, useUnits, useWater } from './use-response.ts';
import { type FoundEngine, useSending } from './use-sending.ts';

/** Of the shown fire: which engines are there when, and whether the hydrants carry it. */
export default function ResponseSection() {
  const say = useText();
  const store = useAppStore();
  const dispatch = useDispatch();
  const { engines, sentCount } = useSending();
  const last = dispatch && engines[dispatch.fullAlarm - 1];
  return (
    <Stack gap="s">
      <StatusLines />
      {!dispatch && <Skeleton lines={3} />}
      {dispatch?.isThroughHeat && <Note>{say(messages.throughHeat)}</Note>}
      {dispatch && engines.length === 0 && <Note>{say(messages.noEngines)}</Note>}
      {dispatch && engines.length > 0 && (
        <ul className={styles.plain} aria-label={say(messages.engines)}>
          <Arrival label={say(messages.first)} engine={engines[0]} />
          <Arrival label={say(messages.second)} engine={engines[1]} />
          <Arrival label={say(messages.full(dispatch.fullAlarm))} engine={last} />
        </ul>
      )}
      <WaterLine />
      <Row gap="s" isWrapping>
        <SendButton />
        {sentCount > 0 && <StatusBadge tone="good" word={say(messages.sent(sentCount))} isPlain />}
        <Button
          kind="quiet"
          size="s"
          icon="fire-engine"
          onClick={() => openTool(store, RESPONSE_TOOL)}
        >
          {say(messages.more)}
        </Button>
      </Row>
    </Stack>
  );
}

interface ArrivalProps {
  readonly label: string;
  readonly engine: FoundEngine | undefined;
}

function Arrival({ label, engine }: ArrivalProps) {
  const say = useText();
  const { dueS } = useSending();
  const due = engine && dueS(engine);
  const when = !engine
    ? say(messages.lateFull)
    : due === undefined
      ? say(clockText(engine.arriveS))
      : due <= 0
        ? say(messages.isThere)
        : say(messages.inTime(clockText(due)));
  return (
    <li>
      <span className={styles.two}>
        <span>{label}</span>
        {engine && <span className={styles.small}>{engine.name}</span>}
      </span>
      <strong>{when}</strong>
    </li>
  );
}

function WaterLine() {
  const say = useText();
  const water = useWater();
  const { flow } = useUnits();
  if (!water) return null;
  return (
    <Stack gap="s">
      {water.problem !== undefined && <Note kind="faint">{water.problem}</Note>}
      <ul className={styles.plain} aria-label={say(messages.water)}>
        {water.needs.map((need) => (
          <li key={need.standard}>
            <span className={styles.two}>
              <span>{need.standard}</span>
              <span className={styles.small}>
                {`${say(messages.need)} ${flow(need.neededM3s)} · ${say(messages.available)} ${flow(need.availableM3s)}`}
              </span>
            </span>
            <ShortfallBadge need={need} />
          </li>
        ))}
      </ul>
      {water.isSolving && <Note kind="faint">{say(messages.solving)}</Note>}
    </Stack>
  );
}
