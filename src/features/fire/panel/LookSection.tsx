import type { Text } from '#model/text.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Segmented, SelectField, Stack, Toggle } from '#ui';
import { airQuantities } from '../contract/smoke.ts';
import { airNames, colouringNames, lookMessages as messages } from '../messages/look.ts';
import { buildingColourings, type FireLook } from '../state/look.ts';
import { changeLook, selectFire } from '../state.ts';

const shown = [
  ['showsPlume', messages.plume],
  ['showsFlames', messages.flames],
  ['showsZones', messages.zones],
  ['showsRoutes', messages.routes],
  ['showsHydrants', messages.hydrants],
] as const satisfies readonly (readonly [keyof FireLook, Text])[];

/** What the colours of buildings and of the air say, and what is drawn with them. */
export function LookSection() {
  const store = useAppStore();
  const say = useText();
  const look = useAppState((state) => selectFire(state).look);
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.buildings)}
        value={look.buildings}
        options={(['auto', ...buildingColourings] as const).map((value) => ({
          ...{ value, label: say(colouringNames[value]) },
        }))}
        onChange={(buildings) => changeLook(store, { buildings })}
      />
      <SelectField
        label={say(messages.air)}
        value={look.air}
        options={(['none', ...airQuantities] as const).map((value) => ({
          ...{ value, label: say(airNames[value]) },
        }))}
        onChange={(air) => changeLook(store, { air })}
      />
      <Segmented
        label={say(messages.band)}
        value={look.band}
        options={(['low', 'middle', 'high'] as const).map((value) => ({
          ...{ value, label: say(messages[value]) },
        }))}
        onChange={(band) => changeLook(store, { band })}
      />
      {shown.map(([key, name]) => (
        <Toggle
          key={key}
          label={say(name)}
          checked={look[key]}
          onChange={(isOn) => changeLook(store, { [key]: isOn })}
        />
      ))}
    </Stack>
  );
}
