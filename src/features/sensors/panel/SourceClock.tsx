import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, Popover, Row, Segmented, Stack } from '#ui';
import { messages } from '../messages.ts';
import { ask, selectRequest, selectSensors, settle } from '../state.ts';
import { useMoment } from './use-words.ts';

const CLOCK = 'clock';
const HOUR_MS = 3_600_000;
const rates = [0, 1, 10, 60, 600];

/** The clock of the simulation itself: it can be sped up, paused and rewound, and that is everybody's. */
export function SourceClock() {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const clock = useAppState((state) => selectSensors(state).report.clock);
  const sourceMs = useAppState((state) => state.clock.source?.now);
  const request = useAppState(selectRequest(CLOCK));
  if (!clock?.isSettable) return null;
  const nowMs = sourceMs ?? clock.nowMs;
  const set = (change: { nowMs?: number; rate?: number }) =>
    ask(store, { id: CLOCK, kind: 'clock', ...change });
  return (
    <Popover
      label={say(messages.sourceClock)}
      side="top"
      trigger={
        <Button size="s" kind="quiet" icon="model" iconAfter="chevron-down">
          {`${say(messages.sourceClock)}: ${say(messages.sourceRuns(clock.rate))}`}
        </Button>
      }
    >
      <Stack>
        <Banner tone="warning" title={say(messages.sourceClockHint)} />
        <Note kind="number">{moment(nowMs)}</Note>
        {/* No menu: a press on what it opens would be one beside the popover, and close it. */}
        <Segmented
          label={say(messages.sourceSpeed)}
          value={String(clock.rate)}
          options={rates.map((rate) => ({
            value: String(rate),
            label: rate === 0 ? say(messages.sourcePause) : `${rate}×`,
          }))}
          onChange={(rate) => set({ rate: Number(rate) })}
        />
        <Row gap="s" isWrapping>
          <Button size="s" icon="skip-back" onClick={() => set({ nowMs: nowMs - HOUR_MS })}>
            {say(messages.sourceBackHour)}
          </Button>
          <Button size="s" icon="skip-back" onClick={() => set({ nowMs: nowMs - 24 * HOUR_MS })}>
            {say(messages.sourceBackDay)}
          </Button>
          <Button size="s" icon="live" onClick={() => set({ nowMs: Date.now(), rate: 1 })}>
            {say(messages.sourceToNow)}
          </Button>
        </Row>
        {request?.failure && (
          <Banner
            tone="critical"
            title={say(request.failure)}
            onClose={() => settle(store, CLOCK)}
          />
        )}
      </Stack>
    </Popover>
  );
}
