import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, DirectionDial, IconButton, Row, Slider, Stack } from '#ui';
import type { FireScenario } from '../contract.ts';
import { windAtTime } from '../kernel/wind-at-time.ts';
import { windMessages as messages } from '../messages/wind.ts';
import { timeOf } from '../state/clock.ts';
import { turnWind } from '../state/steer.ts';
import styles from './panel.module.css';
import { useFireTimeS, useSince, useSpeed, windNameOf } from './use-fire.ts';

const FASTEST_MS = 30;
const EIGHTH_DEG = 45;

interface WindFormProps {
  readonly fire: FireScenario;
  readonly onDone: () => void;
}

/** Turns the wind from the shown time on: by the dial, by arrows, by how strong it is. */
export function WindForm({ fire, onDone }: WindFormProps) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const speed = useSpeed();
  const timeS = useFireTimeS();
  const now = useAppState((state) => windAtTime(fire.wind, timeOf(state) ?? 0));
  const [fromDeg, setFromDeg] = useState(Math.round((now.fromRad * 180) / Math.PI) % 360);
  const [speedMs, setSpeedMs] = useState(Math.round(now.speedMs * 2) / 2);
  const fromRad = (fromDeg * Math.PI) / 180;
  const turnBy = (degrees: number) => setFromDeg((fromDeg + degrees + 360) % 360);
  return (
    <Stack gap="s">
      <div className={styles.dial}>
        <DirectionDial
          label={say(messages.direction)}
          valueDeg={fromDeg}
          onChange={setFromDeg}
          letters={[
            say(messages.north),
            say(messages.east),
            say(messages.south),
            say(messages.west),
          ]}
          format={(degrees) =>
            say(messages.degrees(windNameOf((degrees * Math.PI) / 180), Math.round(degrees)))
          }
        />
        <div className={styles.dialSide}>
          <span>{say(messages.degrees(windNameOf(fromRad), fromDeg))}</span>
          <Row gap="s">
            <IconButton
              icon="undo"
              label={say(messages.left)}
              onClick={() => turnBy(-EIGHTH_DEG)}
            />
            <IconButton
              icon="redo"
              label={say(messages.right)}
              onClick={() => turnBy(EIGHTH_DEG)}
            />
          </Row>
          <Slider
            label={say(messages.speed)}
            value={speedMs}
            min={0}
            max={FASTEST_MS}
            step={0.5}
            format={speed}
            onChange={setSpeedMs}
          />
        </div>
      </div>
      <Row>
        <Button
          kind="primary"
          icon="wind"
          onClick={() => {
            turnWind(store, { speedMs, fromRad });
            onDone();
          }}
        >
          {say(messages.turn(since(timeS)))}
        </Button>
      </Row>
    </Stack>
  );
}
