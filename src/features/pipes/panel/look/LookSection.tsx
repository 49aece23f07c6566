import type { Text } from '#model/text.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Note, Segmented, SelectField, Stack, Toggle } from '#ui';
import { palettes, undergroundViews } from '../../contract.ts';
import { messages } from '../../messages.ts';
import { changeLook, selectPipes } from '../../state.ts';
import { useNetworks } from '../use-line.ts';
import { offeredColourings } from './offered-colourings.ts';

/** What the pipes' colours say, how the ground gives way, what is drawn beside the pipes. */
export function LookSection() {
  const store = useAppStore();
  const say = useText();
  const networks = useNetworks();
  const look = useAppState((state) => selectPipes(state).look);
  const named = <Value extends string>(
    values: readonly Value[],
    names: Readonly<Record<Value, Text>>,
  ) => values.map((value) => ({ value, label: say(names[value]) }));
  return (
    <Stack>
      <SelectField
        label={say(messages.colourBy)}
        value={look.colouring}
        options={named(offeredColourings(networks), messages.colourings)}
        isSearchable
        onChange={(colouring) => changeLook(store, { colouring })}
      />
      <Stack gap="s">
        <SelectField
          label={say(messages.palette)}
          value={look.palette}
          options={named(palettes, messages.palettes)}
          onChange={(palette) => changeLook(store, { palette })}
        />
        <Note kind="faint">{say(messages.paletteSources[look.palette])}</Note>
      </Stack>
      <Stack gap="s">
        <Note>{say(messages.underground)}</Note>
        <Segmented
          label={say(messages.underground)}
          value={look.underground}
          options={named(undergroundViews, messages.undergroundViews)}
          isWide
          onChange={(underground) => changeLook(store, { underground })}
        />
        <Note kind="faint">{say(messages.undergroundHints[look.underground])}</Note>
      </Stack>
      <Stack gap="s">
        <Toggle
          label={say(messages.flow)}
          hint={say(messages.flowHint)}
          checked={look.showFlow}
          onChange={(showFlow) => changeLook(store, { showFlow })}
        />
        <Toggle
          label={say(messages.valves)}
          checked={look.showValves}
          onChange={(showValves) => changeLook(store, { showValves })}
        />
        <Toggle
          label={say(messages.nodes)}
          checked={look.showNodes}
          onChange={(showNodes) => changeLook(store, { showNodes })}
        />
      </Stack>
    </Stack>
  );
}
