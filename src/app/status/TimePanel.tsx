import { Suspense } from 'react';
import { instant } from '#model/time.ts';
import { goLive, jump, setRate, setTime } from '#store/clock.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { ErrorBoundary, lazyPart, Skeleton, Stack, TimeControl } from '#ui';
import { useFeatures } from '../layers/use-features.ts';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';

/** The one clock that everything follows, and what each feature has to say about time. */
export function TimePanel() {
  const say = useText();
  // From the ground up: the sun with its clock first, then what plays by it.
  const parts = useFeatures()
    .available.toReversed()
    .flatMap(({ id, timePanel }) => (timePanel ? [{ id, Part: lazyPart(timePanel) }] : []));
  return (
    <Stack gap="m">
      {parts.length === 0 && <Clock />}
      {parts.map(({ id, Part }) => (
        <ErrorBoundary key={id} title={say(messages.panelBroken)}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <Part />
          </Suspense>
        </ErrorBoundary>
      ))}
    </Stack>
  );
}

function Clock() {
  const { store } = useParts();
  const { now, mode, rate } = useAppState((state) => state.clock);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  return (
    <TimeControl
      now={now}
      timeZone={timeZone}
      isLive={mode === 'live'}
      rate={rate}
      onTimeChange={(next) => setTime(store, next)}
      onRateChange={(next) => setRate(store, next)}
      onJump={(byMs) => jump(store, byMs)}
      onLive={() => goLive(store, instant(Date.now()))}
    />
  );
}
