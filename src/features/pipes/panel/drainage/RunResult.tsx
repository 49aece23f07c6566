import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, PropertyRow, PropertySection, Row, Slider, Stack } from '#ui';
import type { DrainageRun } from '../../contract/drainage.ts';
import { useMoment, useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';
import { NotableTable } from './NotableTable.tsx';

interface RunResultProps {
  readonly run: DrainageRun;
  readonly onClose: () => void;
}

const STEP_MS = 120_000;

/** A storm that has been run: the time that is shown of it is the city's clock. */
export function RunResult({ run, onClose }: RunResultProps) {
  const say = useText();
  const store = useAppStore();
  const moment = useMoment();
  const quantity = useQuantity();
  const now = useAppState(({ clock }) => clock.now);
  const volume = (m3: number) => quantity(m3, 'm³', { decimals: 0 });
  const rows = [
    [messages.rain, `${quantity(run.rainM * 1000, 'mm', { decimals: 1 })} · ${volume(run.rainM3)}`],
    [messages.runoff, volume(run.runoffM3)],
    [messages.outflow, volume(run.outflowM3)],
    [messages.flooded, volume(run.floodedM3)],
    [messages.stored, volume(run.storedM3)],
    [messages.balance, quantity(run.balanceError * 100, '%', { decimals: 2 })],
    [messages.speed, quantity(run.timesRealTime, '×', { decimals: 0 })],
  ] as const;
  return (
    <Stack gap="m">
      <Slider
        label={say(messages.shownTime)}
        value={Math.min(run.endMs, Math.max(run.startMs, now))}
        min={run.startMs}
        max={run.endMs}
        step={STEP_MS}
        format={moment}
        onChange={(value) => setTime(store, instant(value))}
      />
      <Row spread="between">
        <Note kind="faint">{say(messages.simulated(run.model, moment(run.startMs)))}</Note>
        <Button size="s" onClick={onClose}>
          {say(messages.close)}
        </Button>
      </Row>
      <PropertySection title={say(messages.water)}>
        {rows.map(([name, value]) => (
          <PropertyRow key={name.en} name={say(name)}>
            {value}
          </PropertyRow>
        ))}
      </PropertySection>
      <NotableTable run={run} kind="flooded" />
      <NotableTable run={run} kind="surcharged" />
    </Stack>
  );
}
