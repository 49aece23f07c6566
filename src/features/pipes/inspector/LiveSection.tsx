import type { FindThing } from '#features/feature.ts';
import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, PropertyRow, PropertySection, Quantity, StatusBadge } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import { PIPES_NEIGHBOURS } from '../contract/neighbours.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useMoment } from '../panel/use-words.ts';

const SENSORS = 'sensors';

/** What the sensors at this element say now, and the way to each. */
export function LiveSection({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const readings = (useFrame<readonly NetworkReading[]>(NETWORK_READINGS) ?? []).filter(
    ({ network, element }) => element === details.id && network === details.utility,
  );
  if (readings.length === 0) return null;
  return (
    <PropertySection title={say(messages.live)} aside={readings.length}>
      {readings.map((reading) => (
        <ReadingRow key={`${reading.sensor} ${reading.property}`} reading={reading} />
      ))}
    </PropertySection>
  );
}

function ReadingRow({ reading }: { readonly reading: NetworkReading }) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const find = useFrame<FindThing>(PIPES_NEIGHBOURS);
  const goThere = async () => {
    const hit = await find?.(SENSORS, reading.sensor, new AbortController().signal);
    if (!hit) return;
    select(store, [hit.selected]);
    flyTo(store, poseLookingAt(hit.at));
  };
  const { property, name, timeMs, isSimulated, isStale, isAlarm } = reading;
  const { shown, states } = findObservedProperty(property);
  const named = states?.find(({ value }) => value === reading.value);
  const when = Number.isNaN(timeMs) ? say(messages.never) : moment(timeMs);
  return (
    <PropertyRow
      name={say(findObservedProperty(property).name)}
      source={[when, name, isSimulated && say(messages.simulated)].filter(Boolean).join(' · ')}
      action={
        <IconButton
          size="s"
          icon="sensor"
          label={say(messages.toSensor(name))}
          disabled={!find}
          onClick={() => void goThere()}
        />
      }
    >
      {named ? (
        <StatusBadge
          isPlain
          tone={isStale ? 'stale' : isAlarm ? 'critical' : 'info'}
          word={say(named.name)}
        />
      ) : (
        <>
          {isAlarm && <StatusBadge isPlain tone="critical" word="" />}
          <Quantity
            value={reading.value * shown.factor}
            unit={shown.symbol}
            decimals={shown.digits}
            state={isStale ? 'stale' : isSimulated ? 'simulated' : 'measured'}
          />
        </>
      )}
    </PropertyRow>
  );
}
