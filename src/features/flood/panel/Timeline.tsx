import { useFrame } from '#scene/use-frames.tsx';
import { setRate } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, Note, Row, Slider, Stack, StatusBadge } from '#ui';
import type { FloodEvent } from '../contract/impact.ts';
import { FLOOD_EVENTS } from '../contract/impact.ts';
import { statusMessages as messages } from '../messages/status.ts';
import { followLatest, replay, seek } from '../state/clock.ts';
import type { FloodRun } from '../state/initial.ts';
import { selectFlood } from '../state.ts';
import { eventText } from './event-words.ts';
import { useFloodStatus, useMoment, useShownTimeS, useSince } from './use-flood.ts';

/** Simulated minutes a second of replay. */
const RATE = 600;
const NONE: readonly FloodEvent[] = [];

/** Scrubs and replays the run through the app's one clock; events lead from moment to moment. */
export function Timeline({ run }: { readonly run: FloodRun }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const moment = useMoment();
  const status = useFloodStatus(run.id);
  const timeS = useShownTimeS() ?? 0;
  const followsRun = useAppState((state) => selectFlood(state).followsRun);
  const rate = useAppState(({ clock }) => (clock.mode === 'set' ? clock.rate : 0));
  const events = useFrame<readonly FloodEvent[]>(FLOOD_EVENTS) ?? NONE;
  const startS = run.from?.timeS ?? 0;
  const latestS = status?.timeS ?? startS;
  if (latestS <= startS) return null;
  const isPlaying = !followsRun && rate > 0 && timeS < latestS;
  const before = events.findLast((event) => event.timeS < timeS - 1);
  const next = events.find((event) => event.timeS > timeS + 1);
  const here = events.findLast((event) => event.timeS <= timeS + 1);
  return (
    <section aria-label={say(messages.timeline)}>
      <Stack gap="s">
        <Slider
          label={say(messages.timeline)}
          value={Math.round(timeS)}
          min={Math.round(startS)}
          max={Math.round(latestS)}
          step={stepOf(latestS - startS)}
          format={since}
          onChange={(value) => seek(store, value)}
        />
        <Note kind="number">{moment(run.scenario.startMs + timeS * 1000)}</Note>
        <Row gap="s" isWrapping>
          <IconButton
            tooltipSide="top"
            icon="skip-back"
            label={say(before ? messages.previousEvent : messages.toStart)}
            onClick={() => seek(store, before?.timeS ?? startS)}
          />
          <IconButton
            tooltipSide="top"
            icon={isPlaying ? 'pause' : 'play'}
            label={say(isPlaying ? messages.playPause : messages.play)}
            onClick={() => (isPlaying ? setRate(store, 0) : replay(store, RATE))}
          />
          <IconButton
            tooltipSide="top"
            icon="skip-forward"
            label={say(next ? messages.nextEvent : messages.noLaterEvent)}
            disabled={!next}
            onClick={() => next && seek(store, next.timeS)}
          />
          <IconButton
            tooltipSide="top"
            icon="live"
            label={say(messages.latest)}
            isPressed={followsRun}
            onClick={() => followLatest(store, Date.now())}
          />
        </Row>
        {!followsRun && <StatusBadge tone="stale" word={say(messages.isReplay)} isPlain />}
        {here && <Note kind="faint">{`${since(here.timeS)} ${say(eventText(here))}`}</Note>}
      </Stack>
    </section>
  );
}

/** About three hundred steps, of a minute at least. */
const stepOf = (longS: number): number => Math.max(60, Math.round(longS / 300 / 60) * 60);
