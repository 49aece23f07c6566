import { type RampId, rampId, ramps, toHex } from '#model/colour-ramp.ts';
import {
  findObservedProperty,
  isObservedPropertyId,
  type ObservedPropertyId,
} from '#model/observed-property.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { ColourRampPicker, Legend, Note, SelectField, Stack } from '#ui';
import { SENSORS, type SensorCounts, type SensorFrame } from '../contract.ts';
import { messages, rampNames } from '../messages.ts';
import { colourSensors, selectSensors, setRamp } from '../state.ts';

const STATUS = 'status';
const offered = rampId.options.filter((id) => ramps[id].kind !== 'categorical');

/** Chooses what the map's colours say: status, or the values of one property with their legend. */
export function ColourSection({ counts }: { readonly counts: SensorCounts }) {
  const store = useAppStore();
  const say = useText();
  const { colourBy, ramp } = useAppState((state) => selectSensors(state));
  const properties = Object.keys(counts.byProperty)
    .filter(isObservedPropertyId)
    // A state has no place on a ramp.
    .filter((id) => findObservedProperty(id).states === undefined);
  return (
    <Stack>
      <SelectField
        label={say(messages.colourBy)}
        value={colourBy ?? STATUS}
        options={[
          { value: STATUS, label: say(messages.byStatus) },
          ...properties.map((value) => ({ value, label: labelOf(value, counts) })),
        ]}
        isSearchable
        onChange={(value) => colourSensors(store, isObservedPropertyId(value) ? value : undefined)}
      />
      {colourBy && (
        <>
          <ColourRampPicker
            label={say(messages.ramp)}
            value={ramp}
            ramps={offered.map((id) => ({
              id,
              name: say(nameOf(id)),
              colours: ramps[id].stops.map(toHex),
              isColourBlindSafe: true,
            }))}
            onChange={(id) => offered.some((one) => one === id) && setRamp(store, id as RampId)}
          />
          <ScaleLegend property={colourBy} />
        </>
      )}
    </Stack>
  );

  function labelOf(property: ObservedPropertyId, { byProperty }: SensorCounts): string {
    return `${say(findObservedProperty(property).name)} · ${byProperty[property] ?? 0}`;
  }
}

const nameOf = (id: RampId) =>
  id === 'okabe-ito' || id === 'tol-muted' ? { en: id, zh: id } : rampNames[id];

/** What the colours stand for, in the unit that is shown. */
function ScaleLegend({ property }: { readonly property: ObservedPropertyId }) {
  const say = useText();
  const scale = useFrame<SensorFrame>(SENSORS)?.scale;
  const { name, shown } = findObservedProperty(property);
  if (scale?.property !== property) return <Note kind="faint">{say(messages.noFreshValue)}</Note>;
  return (
    <Legend
      title={say(name)}
      unit={shown.symbol}
      scale={{
        kind: 'continuous',
        min: scale.min * shown.factor,
        max: scale.max * shown.factor,
        colours: scale.colours,
      }}
      noData={{ colour: 'var(--no-data)', label: say(messages.noFreshValue) }}
    />
  );
}
