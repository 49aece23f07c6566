import { useFrame } from '#scene/use-frames.tsx';
import type { Selected } from '#store/selection.ts';
import { useText } from '#store/use-store.tsx';
import { EmptyState, Skeleton } from '#ui';
import { SENSORS, type SensorFrame } from './contract.ts';
import { OneSensor } from './inspector/OneSensor.tsx';
import { SeveralSensors } from './inspector/SeveralSensors.tsx';
import { findSensor } from './kernel/columns.ts';
import { messages } from './messages.ts';

/** The selected sensor with everything it reports, or several side by side. */
export default function SensorsInspector({ selected }: { readonly selected: readonly Selected[] }) {
  const say = useText();
  const frame = useFrame<SensorFrame>(SENSORS);
  if (!frame) return <Skeleton lines={8} />;
  const positions = selected.flatMap(({ id }) => findSensor(frame.sensors, id) ?? []);
  const [only] = positions;
  if (only === undefined) return <EmptyState icon="sensor" title={say(messages.gone)} />;
  return positions.length === 1 ? (
    <OneSensor key={frame.sensors.id[only]} frame={frame} sensor={only} />
  ) : (
    <SeveralSensors frame={frame} sensors={positions} />
  );
}
