import { sensorKinds } from '#model/sensor-kind.ts';
import { utilityNetworks } from '#model/utility-network.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Heading, Note, PropertySection, Row, Stack, StatusBadge } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { rowsOf } from '../kernel/columns.ts';
import { statusOf } from '../kernel/status.ts';
import { messages, statusNames } from '../messages.ts';
import { AlarmCard } from '../panel/AlarmCard.tsx';
import { ChartTools } from '../panel/ChartTools.tsx';
import { SeriesCharts } from '../panel/SeriesCharts.tsx';
import { statusTones } from '../panel/status-tone.ts';
import { surroundingsOf } from '../session/surroundings.ts';
import { ask, selectSensors } from '../state.ts';
import { DatastreamSection } from './DatastreamSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { ReadingRow } from './ReadingRow.tsx';

interface OneSensorProps {
  readonly frame: SensorFrame;
  readonly sensor: number;
}

/** One sensor: how it stands, its alarms, each reading, the past of each, where it is. */
export function OneSensor({ frame, sensor }: OneSensorProps) {
  const store = useAppStore();
  const say = useText();
  const allAlarms = useAppState((state) => selectSensors(state).report.alarms);
  const { sensors } = frame;
  const rows = rowsOf(sensors, sensor);
  const id = sensors.id[sensor];
  const kind = sensors.kind[sensor];
  const network = sensors.network[sensor];
  const status = statusOf(frame, sensor);
  const building = sensors.building[sensor];
  const subtitle = [kind && say(sensorKinds[kind]), network && say(utilityNetworks[network]), id];
  return (
    <Stack>
      <div>
        <Heading level={3}>{sensors.name[sensor]}</Heading>
        <Note kind="faint">{subtitle.filter(Boolean).join(' · ')}</Note>
      </div>
      <Row gap="s" isWrapping>
        <StatusBadge tone={statusTones[status]} word={say(statusNames[status])} />
        {sensors.isSimulated && <StatusBadge tone="simulated" word={say(messages.simulated)} />}
        <Button
          size="s"
          icon="focus"
          onClick={() => flyTo(store, poseLookingAt(surroundingsOf(sensors, sensor)))}
        >
          {say(messages.zoomTo)}
        </Button>
      </Row>
      {sensors.isSimulated && rows.length > 0 && <Note kind="faint">{say(messages.model)}</Note>}
      {allAlarms
        .filter(({ sensorId }) => sensorId === id)
        .map((alarm) => (
          <AlarmCard
            key={alarm.id}
            alarm={alarm}
            onShowBuilding={
              building
                ? () => ask(store, { id: 'select-building', kind: 'select-building', building })
                : undefined
            }
          />
        ))}
      {rows.length === 0 && <Note>{say(messages.noDatastreams)}</Note>}
      {rows.length > 0 && (
        <PropertySection title={say(messages.readings)}>
          {rows.map((row) => (
            <ReadingRow key={row} frame={frame} row={row} />
          ))}
        </PropertySection>
      )}
      {rows.length > 0 && (
        <PropertySection title={say(messages.chart)} isFree>
          <Stack>
            <ChartTools numbers={rows.map((row) => sensors.rows.number[row] ?? 0)} />
            <SeriesCharts sensors={sensors} rows={rows} />
          </Stack>
        </PropertySection>
      )}
      {rows.map((row) => (
        <DatastreamSection key={row} frame={frame} row={row} isOpen={rows.length === 1} />
      ))}
      <PlaceSection sensors={sensors} sensor={sensor} />
    </Stack>
  );
}
