import { instant } from '#model/time.ts';
import { goLive, setTime } from '#store/clock.ts';
import { useAppState } from '#store/use-store.tsx';
import { TimeControl } from '#ui';
import { useParts } from '../parts.tsx';

/** The one clock that sun, shadows and every layer follow. */
export function TimePanel() {
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
