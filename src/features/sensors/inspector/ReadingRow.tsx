import { isSimulated } from '#contract/live-frame.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import { levels } from '#model/thresholds.ts';
import { useText } from '#store/use-store.tsx';
import { PropertyRow, Quantity, StatusBadge } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { toReading } from '../kernel/reading.ts';
import { messages, statusNames } from '../messages.ts';
import { statusTones } from '../panel/status-tone.ts';
import { useMoment } from '../panel/use-words.ts';

interface ReadingRowProps {
  readonly frame: SensorFrame;
  readonly row: number;
}

/** One datastream at a glance: value with unit, level, when and by what. */
export function ReadingRow({ frame, row }: ReadingRowProps) {
  const say = useText();
  const moment = useMoment();
  const property = frame.sensors.rows.property[row];
  if (!property) return null;
  const timeMs = frame.timeMs[row] ?? Number.NaN;
  const level = levels[frame.level[row] ?? 0] ?? 'normal';
  const isComputed = isSimulated(frame.quality[row] ?? 0);
  const when = Number.isNaN(timeMs) ? say(messages.never) : moment(timeMs);
  return (
    <PropertyRow
      name={say(findObservedProperty(property).name)}
      source={[when, isComputed && say(messages.modelName)].filter(Boolean).join(' · ')}
    >
      <ReadingQuantity frame={frame} row={row} />
      {level !== 'normal' && (
        <StatusBadge tone={statusTones[level]} word={say(statusNames[level])} />
      )}
    </PropertyRow>
  );
}

function ReadingQuantity({ frame, row }: ReadingRowProps) {
  const say = useText();
  const property = frame.sensors.rows.property[row];
  const stored = frame.value[row] ?? Number.NaN;
  if (!property) return null;
  const reading = toReading(property, stored);
  const isComputed = isSimulated(frame.quality[row] ?? 0);
  const state = frame.isStale[row] === 1 ? 'stale' : isComputed ? 'simulated' : 'measured';
  if (reading.kind === 'state') {
    return (
      <>
        {say(reading.name)}{' '}
        {state !== 'measured' && (
          <StatusBadge
            isPlain
            tone={state}
            word={say(state === 'stale' ? statusNames.stale : messages.simulated)}
          />
        )}
      </>
    );
  }
  return (
    <Quantity value={reading.value} unit={reading.unit} decimals={reading.decimals} state={state} />
  );
}
