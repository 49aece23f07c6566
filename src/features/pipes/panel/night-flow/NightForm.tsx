import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, Note, NumberField, PropertySection, RangeSlider, Stack } from '#ui';
import type { NightSettings } from '../../contract/night-flow.ts';
import { messages } from './messages.ts';
import { usualSettings } from './use-nights.ts';

interface NightFormProps {
  readonly canRun: boolean;
  readonly onRun: (settings: NightSettings) => void;
}

const LITRE_AN_HOUR = 1e-3 / 3600;

/** Which hours count, and what people may use in them. */
export function NightForm({ canRun, onRun }: NightFormProps) {
  const say = useText();
  const [hours, setHours] = useState<readonly [number, number]>([
    usualSettings.fromHour,
    usualSettings.untilHour,
  ]);
  const [use, setUse] = useState<number | undefined>(1.7);
  const [dayHours, setDayHours] = useState<number | undefined>(24);
  const [fromHour, untilHour] = hours;
  const isReady = use !== undefined && dayHours !== undefined && untilHour > fromHour;
  return (
    <PropertySection title={say(messages.again)} isFree isInitiallyOpen={false}>
      <Stack gap="m">
        <RangeSlider
          label={say(messages.night)}
          value={hours}
          onChange={setHours}
          min={0}
          max={6}
          format={messages.hour}
        />
        <NumberField
          label={say(messages.use)}
          unit="L/h"
          value={use}
          onChange={setUse}
          min={0}
          max={50}
          step={0.1}
          hint={say(messages.useSource)}
        />
        <NumberField
          label={say(messages.dayHours)}
          unit="h"
          value={dayHours}
          onChange={setDayHours}
          min={10}
          max={30}
          hint={say(messages.dayHoursWhy)}
        />
        <Button
          icon="refresh"
          disabled={!canRun || !isReady}
          isWide
          onClick={() =>
            isReady &&
            onRun({
              ...{ fromHour, untilHour, nightDayHours: dayHours },
              useM3sACustomer: use * LITRE_AN_HOUR,
            })
          }
        >
          {say(messages.again)}
        </Button>
        {!canRun && <Note kind="faint">{say(messages.waiting)}</Note>}
      </Stack>
    </PropertySection>
  );
}
