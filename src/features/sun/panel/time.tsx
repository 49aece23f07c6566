import { useMemo } from 'react';
import { instant } from '#model/time.ts';
import { toDegrees } from '#model/units.ts';
import { goLive, jump, setRate, setTime } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { dayAround, Row, Stack, TimeControl, Toggle } from '#ui';
import { centreOf } from '../kernel/city-centre.ts';
import { sunOverDay } from '../kernel/sun-position.ts';
import { messages } from '../messages.ts';
import { castShadows, followClock, sunSlice } from '../state.ts';

const STEPS = 49;

/** Date, time of day over night and daylight, play and live; whether the light follows them, and shadows. */
export default function SunTime() {
  const store = useAppStore();
  const say = useText();
  const clock = useAppState((state) => state.clock);
  const city = useAppState((state) => state.city);
  const { followsClock, shadows } = useAppState(sunSlice.select);
  const timeZone = city?.manifest.timeZone ?? 'UTC';
  const place = useMemo(() => centreOf(city), [city]);
  const [start] = dayAround(clock.now, timeZone);
  const elevations = useMemo(
    () => sunOverDay(instant(start), place, STEPS).map(toDegrees),
    [start, place],
  );
  return (
    <Stack>
      <TimeControl
        now={clock.now}
        timeZone={timeZone}
        isLive={clock.mode === 'live'}
        rate={clock.rate}
        sunElevationsDeg={elevations}
        onTimeChange={(now) => {
          setTime(store, now);
          followClock(store, true);
        }}
        onRateChange={(rate) => {
          setRate(store, rate);
          followClock(store, true);
        }}
        onJump={(byMs) => jump(store, byMs)}
        onLive={() => goLive(store, instant(Date.now()))}
      />
      <Row gap="l" isWrapping>
        <Toggle
          label={say(messages.followsClock)}
          hint={say(messages.followsClockHint)}
          checked={followsClock}
          onChange={(on) => followClock(store, on)}
        />
        <Toggle
          label={say(messages.shadows)}
          checked={shadows}
          onChange={(on) => castShadows(store, on)}
        />
      </Row>
    </Stack>
  );
}
