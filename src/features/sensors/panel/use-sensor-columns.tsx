import { sensorKinds } from '#model/sensor-kind.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Glyph, StatusBadge, type TableColumn } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { statusOf } from '../kernel/status.ts';
import { glyphs } from '../layer/glyphs.ts';
import { messages, statusNames } from '../messages.ts';
import styles from './sensors.module.css';
import { statusTones } from './status-tone.ts';
import { useAgeText, useReadingText } from './use-words.ts';

export const sensorColumnIds = ['name', 'value'] as const;

/** The columns of a table of sensors: who and how it stands; what it says and how old that is. */
export function useSensorColumns(frame: SensorFrame): readonly TableColumn<number>[] {
  const say = useText();
  const readingText = useReadingText();
  const ageText = useAgeText();
  const clock = useAppState((state) => state.clock);
  const { sensors, shownRow, value, timeMs } = frame;
  const nowMs = clock.mode === 'live' ? clock.now : frame.sourceTimeMs;
  const rowOf = (sensor: number) => shownRow[sensor] ?? -1;
  return [
    {
      id: 'name',
      title: say(messages.sensor),
      width: 'minmax(0, 1fr)',
      value: (sensor) => sensors.name[sensor],
      render: (sensor) => <NameCell frame={frame} sensor={sensor} />,
    },
    {
      id: 'value',
      title: say(messages.value),
      width: '5rem',
      align: 'end',
      value: (sensor) => value[rowOf(sensor)],
      render: (sensor) => {
        const row = rowOf(sensor);
        const property = sensors.rows.property[row];
        if (!property) return '–';
        return (
          <span className={styles.reading}>
            <span className={frame.isStale[row] === 1 ? styles.faded : styles.value}>
              {readingText(property, value[row] ?? Number.NaN)}
            </span>
            <span className={styles.small}>{ageText(timeMs[row] ?? Number.NaN, nowMs)}</span>
          </span>
        );
      },
    },
  ];
}

/** Who it is, and how it stands by shape and word. */
function NameCell({ frame, sensor }: { readonly frame: SensorFrame; readonly sensor: number }) {
  const say = useText();
  const { sensors } = frame;
  const kind = sensors.kind[sensor];
  const status = statusOf(frame, sensor);
  return (
    <span className={styles.sensor} title={`${sensors.name[sensor]} · ${sensors.id[sensor]}`}>
      <span className={styles.name}>
        {kind && <Glyph path={glyphs[kind]} size="s" label={say(sensorKinds[kind])} />}
        <span className={styles.words}>{sensors.name[sensor]}</span>
      </span>
      <StatusBadge
        isPlain
        tone={statusTones[status]}
        word={say(statusNames[status])}
        isBlinking={frame.isUnacknowledged[sensor] === 1}
      />
    </span>
  );
}
