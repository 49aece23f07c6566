import { qualityOf } from '#contract/live-frame.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import { levels } from '#model/thresholds.ts';
import { useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection, StatusBadge } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { chartedIdOf } from '../kernel/columns.ts';
import { messages, statusNames } from '../messages.ts';
import { statusTones } from '../panel/status-tone.ts';
import { useMoment } from '../panel/use-words.ts';
import { DatastreamActions } from './DatastreamActions.tsx';
import { ThresholdRow } from './ThresholdRow.tsx';

interface DatastreamSectionProps {
  readonly frame: SensorFrame;
  readonly row: number;
  readonly isOpen: boolean;
}

/** Where a reading comes from and how it is judged: time, quality, source, limits; what can be done with it. */
export function DatastreamSection({ frame, row, isOpen }: DatastreamSectionProps) {
  const say = useText();
  const moment = useMoment();
  const { rows } = frame.sensors;
  const property = rows.property[row];
  if (!property) return null;
  const timeMs = frame.timeMs[row] ?? Number.NaN;
  const byte = frame.quality[row] ?? 0;
  const level = levels[frame.level[row] ?? 0] ?? 'normal';
  const isOld = frame.isStale[row] === 1;
  return (
    <PropertySection
      title={say(messages.about(say(findObservedProperty(property).name)))}
      isInitiallyOpen={isOpen}
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
