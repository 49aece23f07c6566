import { Suspense } from 'react';
import { instant } from '#model/time.ts';
import { goLive, setTime } from '#store/clock.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { ErrorBoundary, Skeleton, TimeControl } from '#ui';
import { useFeatures } from '../layers/use-features.ts';
import { lazyPart } from '../lazy-part.ts';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';

/** The one clock that everything follows; with the panel of the first feature that is about time. */
export function TimePanel() {
  const say = useText();
  const { timePanel } = useFeatures().available.find((one) => one.timePanel) ?? {};
  if (!timePanel) return <Clock />;
  const FeaturePanel = lazyPart(timePanel);
  return (
    <ErrorBoundary title={say(messages.panelBroken)}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <FeaturePanel />
      </Suspense>
    </ErrorBoundary>
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
      onRateChange={(next) => store.setState({ clock: { now, mode: 'set', rate: next } })}
      onLive={() => goLive(store, instant(Date.now()))}
    />
  );
}
