import { useState } from 'react';
import { instant } from '#model/time.ts';
import { DaySlider, TimeControl } from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { juneSunDeg } from './samples.ts';
import { useSay } from './use-say.ts';

export function TimeExhibits() {
  const say = useSay();
  const [now, setNow] = useState(instant(Date.UTC(2026, 5, 21, 16, 40)));
  const [rate, setRate] = useState(0);
  const [isLive, setLive] = useState(false);
  const zone = 'Europe/Amsterdam';
  return (
    <>
      <Exhibit name="TimeControl" isWide>
        <TimeControl
          now={now}
          timeZone={zone}
          isLive={isLive}
          rate={rate}
          sunElevationsDeg={juneSunDeg}
          onTimeChange={(next) => {
            setNow(next);
            setLive(false);
          }}
          onRateChange={(next) => {
            setRate(next);
            setLive(false);
          }}
          onJump={(byMs) => {
            setNow(instant(now + byMs));
            setLive(false);
          }}
          onLive={() => {
            setRate(1);
            setLive(true);
          }}
        />
      </Exhibit>
      <Exhibit name="DaySlider" isWide>
        <DaySlider
          label={say('Without the sun', '无日照')}
          now={now}
          timeZone={zone}
          onChange={setNow}
        />
      </Exhibit>
    </>
  );
}
