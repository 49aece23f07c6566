import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, Note, Row, Segmented, Slider, Stack, StatusBadge } from '#ui';
import type { FireScenario } from '../contract.ts';
import { actsOf } from '../kernel/acts.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { backToLive, isPlaying, pause, play, seek, setPace } from '../state/clock.ts';
import { selectFire } from '../state.ts';
import { useFireTimeS, useMomentText, useSince } from './use-fire.ts';

const paces = [10, 60, 300, 900] as const;
const STEP_S = 60;
const JUMP_S = 600;

/** Scrubs and plays the fire through the app's one clock. */
export function Timeline({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const moment = useMomentText();
  const timeS = useFireTimeS();
  const plays = useAppState(isPlaying);
  const isLive = useAppState(({ clock }) => clock.mode === 'live');
  const pace = useAppState((state) => selectFire(state).pace);
  const side = useAppState(({ clock }) => sideOf(fire, clock.now));
  const marks = [...new Set(actsOf(fire).map(({ atS }) => atS))].map((value) => ({ value }));
  return (
    <section aria-label={say(messages.timeline)}>
      <Stack gap="s">
        <Slider
          label={say(messages.timeline)}
          value={timeS}
          min={0}
          max={fire.durationS}
          step={STEP_S}
          marks={marks}
          format={since}
          onChange={(value) => seek(store, value)}
        />
        <Note kind="number">{moment(fire.startMs + timeS * 1000)}</Note>
        <Row gap="s">
          <IconButton
            tooltipSide="top"
            icon="skip-back"
            label={say(messages.toStart)}
            onClick={() => seek(store, 0)}
          />
          <IconButton
            tooltipSide="top"
            icon="arrow-left"
            label={say(messages.back10)}
            onClick={() => seek(store, timeS - JUMP_S)}
          />
          <IconButton
            tooltipSide="top"
            icon={plays ? 'pause' : 'play'}
            label={say(plays ? messages.hold : messages.play)}
            isPressed={plays}
            onClick={() => (plays ? pause(store) : play(store))}
          />
          <IconButton
            tooltipSide="top"
            icon="arrow-right"
            label={say(messages.forth10)}
            onClick={() => seek(store, timeS + JUMP_S)}
          />
          <IconButton
            tooltipSide="top"
            icon="live"
            label={say(messages.live)}
            isPressed={isLive}
            onClick={() => backToLive(store, Date.now())}
          />
        </Row>
        <Segmented
          label={say(messages.pace)}
          value={String(paces.find((one) => one === pace) ?? 60)}
          options={paces.map((value) => ({
            value: String(value),
            label: say(messages.times(String(value))),
          }))}
          onChange={(value) => setPace(store, Number(value))}
          isWide
        />
        {isLive && <StatusBadge tone="info" word={say(messages.isLive)} isPlain />}
        {side !== 'within' && <Note kind="faint">{say(messages[side])}</Note>}
      </Stack>
    </section>
  );
}

function sideOf(fire: FireScenario, nowMs: number): 'before' | 'within' | 'after' {
  if (nowMs < fire.startMs) return 'before';
  return nowMs > fire.startMs + fire.durationS * 1000 ? 'after' : 'within';
}
