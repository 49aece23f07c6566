import { findObservedProperty } from '#model/observed-property.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  IconButton,
  localeOf,
  momentText,
  PropertyRow,
  PropertySection,
  Quantity,
  StatusBadge,
} from '#ui';
import type { LiveReading } from '../contract.ts';
import {
  BIM_NEIGHBOURS,
  BIM_READINGS,
  type BimNeighbours,
  type BimReadings,
} from '../session/line.ts';
import { inspectorMessages as messages } from './messages.ts';

const SENSORS = 'sensors';

/** What the sensors bound to the element say: value, unit, time, who made it, how fresh; and the way to each. */
export function ReadingsSection({ globalId }: { readonly globalId: string }) {
  const say = useText();
  const readings = (useFrame<BimReadings>(BIM_READINGS) ?? []).filter(
    (reading) => reading.globalId === globalId,
  );
  if (readings.length === 0) return null;
  return (
    <PropertySection title={say(messages.readings)} aside={readings.length}>
      {readings.map((reading) => (
        <ReadingRow key={`${reading.sensor} ${reading.property}`} reading={reading} />
      ))}
    </PropertySection>
  );
}

function ReadingRow({ reading }: { readonly reading: LiveReading }) {
  const store = useAppStore();
  const neighbours = useFrame<BimNeighbours>(BIM_NEIGHBOURS);
  const say = useText();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = localeOf(useAppState(({ preferences }) => preferences.language));
  const { sensor, property, name, timeMs, isSimulated } = reading;
  const when = Number.isNaN(timeMs) ? say(messages.never) : momentText(timeMs, timeZone, locale);
  const goThere = async () => {
    const hit = await neighbours?.find(SENSORS, sensor, new AbortController().signal);
    if (!hit) return;
    select(store, [hit.selected]);
    flyTo(store, poseLookingAt(hit.at));
  };
  return (
    <PropertyRow
      name={say(findObservedProperty(property).name)}
      source={[when, name, isSimulated && say(messages.simulatedBy)].filter(Boolean).join(' · ')}
      action={
        <IconButton
          size="s"
          icon="sensor"
          label={say(messages.toSensor(name))}
          disabled={!neighbours}
          onClick={() => void goThere()}
        />
      }
    >
      <ReadingValue reading={reading} />
    </PropertyRow>
  );
}

/** An amount in the unit that people read, or the name of a state; old news fades and says so. */
function ReadingValue({ reading }: { readonly reading: LiveReading }) {
  const say = useText();
  const { shown, states } = findObservedProperty(reading.property);
  const state = reading.isStale ? 'stale' : reading.isSimulated ? 'simulated' : 'measured';
  const named = states?.find(({ value }) => value === reading.value);
  if (named) {
    return (
      <>
        {say(named.name)}{' '}
        {state !== 'measured' && (
          <StatusBadge
            isPlain
            tone={state}
            word={say(state === 'stale' ? messages.stale : messages.simulated)}
          />
        )}
      </>
    );
  }
  return (
    <Quantity
      value={reading.value * shown.factor}
      unit={shown.symbol}
      decimals={shown.digits}
      state={state}
    />
  );
}
