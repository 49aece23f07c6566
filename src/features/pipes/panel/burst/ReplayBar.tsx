import { instant } from '#model/time.ts';
import { goLive, setRate } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, IconButton, Row } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { replayFrom } from '../../state/incident.ts';
import { useMoment } from '../use-words.ts';

/** Seconds of the incident a second. */
const RATE = 30;

interface ReplayBarProps {
  readonly incident: BurstIncident;
  readonly atMs: number;
}

/** Another time is shown: step by step, or running, on the one clock. */
export function ReplayBar({ incident, atMs }: ReplayBarProps) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const rate = useAppState(({ clock }) => clock.rate);
  const times = incident.steps.map((step) => step.atMs);
  const before = times.findLast((time) => time < atMs);
  const after = times.find((time) => time > atMs);
  const isRunning = rate > 0;
  return (
    <Banner
      tone="info"
      title={say(messages.replaying(moment(atMs)))}
      actions={
        <Row gap="s" isWrapping>
          <IconButton
            size="l"
            icon="skip-back"
            label={say(messages.stepBack)}
            disabled={before === undefined}
            onClick={() => before !== undefined && replayFrom(store, before)}
          />
          <IconButton
            size="l"
            icon={isRunning ? 'pause' : 'play'}
            label={say(messages.replay)}
            isPressed={isRunning}
            onClick={() => setRate(store, isRunning ? 0 : RATE)}
          />
          <IconButton
            size="l"
            icon="skip-forward"
            label={say(messages.stepOn)}
            disabled={after === undefined}
            onClick={() => after !== undefined && replayFrom(store, after)}
          />
          <Button size="l" icon="live" onClick={() => goLive(store, instant(Date.now()))}>
            {say(messages.toNow)}
          </Button>
        </Row>
      }
    />
  );
}
