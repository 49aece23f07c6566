import { isSimulated, qualityOf } from '#contract/live-frame.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import { levels } from '#model/thresholds.ts';
import { instant } from '#model/time.ts';
import { useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection, Quantity, StatusBadge } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { chartedIdOf } from '../kernel/columns.ts';
import { toReading } from '../kernel/reading.ts';
import { messages, statusNames } from '../messages.ts';
import { statusTones } from '../panel/status-tone.ts';
import { useMoment } from '../panel/use-words.ts';
import { DatastreamActions } from './DatastreamActions.tsx';
import { ThresholdRow } from './ThresholdRow.tsx';

interface DatastreamSectionProps {
  readonly frame: SensorFrame;
  readonly row: number;
}

/** What one datastream says: value with unit, time with zone, source, quality, level and limits. */
export function DatastreamSection({ frame, row }: DatastreamSectionProps) {
  const say = useText();
  const moment = useMoment();
  const { rows } = frame.sensors;
  const property = rows.property[row];
  if (!property) return null;
  const timeMs = frame.timeMs[row] ?? Number.NaN;
  const byte = frame.quality[row] ?? 0;
  const level = levels[frame.level[row] ?? 0] ?? 'normal';
  const isOld = frame.isStale[row] === 1;
  const isComputed = isSimulated(byte);
  return (
    <PropertySection
      title={say(findObservedProperty(property).name)}
      aside={
        level !== 'normal' && (
          <StatusBadge isPlain tone={statusTones[level]} word={say(statusNames[level])} />
        )
      }
      footer={
        <DatastreamActions
          property={property}
          number={rows.number[row] ?? 0}
          thresholds={rows.thresholds[row]}
          chartedId={chartedIdOf(frame.sensors, row)}
        />
      }
    >
      <PropertyRow name={say(messages.value)} source={isComputed ? say(messages.model) : undefined}>
        <ReadingQuantity frame={frame} row={row} />
      </PropertyRow>
      <PropertyRow name={say(messages.time)}>
        {Number.isNaN(timeMs) ? say(messages.never) : moment(timeMs)}
      </PropertyRow>
      <PropertyRow name={say(messages.qualityWord)}>
        {say(messages.quality[qualityOf(byte)])}
        {isOld && ` · ${say(statusNames.stale)}`}
      </PropertyRow>
      <PropertyRow name={say(messages.source)}>
        {`${frame.sensors.id[rows.sensor[row] ?? 0]}/${rows.id[row]} · ${say(
          messages.every(`${rows.intervalS[row]} s`),
        )}`}
      </PropertyRow>
      <ThresholdRow property={property} thresholds={rows.thresholds[row]} />
    </PropertySection>
  );
}

function ReadingQuantity({ frame, row }: DatastreamSectionProps) {
  const say = useText();
  const property = frame.sensors.rows.property[row];
  const stored = frame.value[row] ?? Number.NaN;
  if (!property) return null;
  const reading = toReading(property, stored);
  const timeMs = frame.timeMs[row] ?? Number.NaN;
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
    <Quantity
      value={reading.value}
      unit={reading.unit}
      decimals={reading.decimals}
      state={state}
      {...(state === 'stale' && isComputed && { source: say(messages.simulated) })}
      {...(state === 'stale' && !Number.isNaN(timeMs) && { time: instant(timeMs) })}
    />
  );
}
