import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { goLive } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, Row, StatusBadge, type Tone } from '#ui';
import { messages } from '../messages.ts';
import { type SensorsReport, selectSensors } from '../state.ts';
import { useMoment } from './use-words.ts';

/** Whether news comes in, of when the readings are, and that they are simulated where they are. */
export function Freshness() {
  const say = useText();
  const moment = useMoment();
  const report = useAppState((state) => selectSensors(state).report);
  const mode = useAppState(({ clock }) => clock.mode);
  const rate = useAppState(({ clock }) => clock.rate);
  const { tone, word } = standingOf(report, mode, rate);
  const { sourceTimeMs, isSimulated, isLoading } = report;
  return (
    <>
      <Row gap="s" isWrapping>
        <StatusBadge tone={tone} word={say(word)} />
        {isSimulated && <StatusBadge tone="simulated" word={say(messages.simulated)} />}
        {isLoading && <StatusBadge tone="info" word={say(messages.fetching)} />}
      </Row>
      {sourceTimeMs !== undefined && mode === 'live' && (
        <Note kind="number">{say(messages.readingsOf(moment(sourceTimeMs)))}</Note>
      )}
      {isSimulated && <Note kind="faint">{say(messages.simulatedAll)}</Note>}
      {mode === 'set' && <ReplayNotice />}
    </>
  );
}

/** What a person has to know of readings of another time: that they are, and where there are none. */
export function ReplayNotice() {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const { shown, isLoading, readingCount, sourceTimeMs } = useAppState(
    (state) => selectSensors(state).report,
  );
  const now = useAppState(({ clock }) => clock.now);
  const isEmpty = shown === 'replay' && !isLoading && readingCount === 0;
  const isAhead = useAppState(
    ({ clock }) => clock.source !== undefined && clock.now > clock.source.now + FUTURE_MS,
  );
  const title = isAhead
    ? messages.future
    : isEmpty
      ? messages.nothingStored(moment(now))
      : messages.readingsOf(moment(sourceTimeMs ?? now));
  return (
    <Banner
      tone={isEmpty || isAhead ? 'warning' : 'info'}
      title={say(title)}
      actions={
        <Button size="s" icon="live" onClick={() => goLive(store, instant(Date.now()))}>
          {say(messages.backToLive)}
        </Button>
      }
    />
  );
}

/** The source's time is known to some seconds only. */
const FUTURE_MS = 60_000;

function standingOf(
  { connection, clock }: SensorsReport,
  mode: 'live' | 'set',
  rate: number,
): { readonly tone: Tone; readonly word: Text } {
  if (connection === 'offline' || connection === 'absent') {
    return { tone: 'critical', word: messages.offlineWord };
  }
  if (connection === 'opening' || connection === 'connecting') {
    return { tone: 'info', word: messages.connecting };
  }
  if (mode === 'set') {
    return { tone: 'info', word: rate === 0 ? messages.paused : messages.replay };
  }
  if (connection === 'catching-up') return { tone: 'info', word: messages.catchingUp };
  if (clock?.rate === 0) return { tone: 'stale', word: messages.sourcePaused };
  return { tone: 'good', word: messages.live };
}
