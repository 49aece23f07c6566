import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { SelectField, Stack } from '#ui';
import { messages } from '../messages.ts';
import { BIM_READINGS, type BimReadings } from '../session/line.ts';
import { colourParts, selectBim } from '../state.ts';
import { ColourLegend } from './ColourLegend.tsx';
import { fromOptionValue, listColourOptions, toOptionValue } from './colour-options.ts';
import { useAnswer } from './use-line.ts';

/** Chooses what elements are coloured by, and says what the colours mean. */
export function ColourSection() {
  const store = useAppStore();
  const say = useText();
  const colourBy = useAppState((state) => selectBim(state).look.colourBy);
  const readings = useFrame<BimReadings>(BIM_READINGS);
  const keys = useAnswer('keys', {});
  const options = listColourOptions(
    keys.value ?? [],
    new Set(readings?.map(({ property }) => property)),
    colourBy,
    say,
  );
  return (
    <Stack gap="m">
      <SelectField
        label={say(messages.colourBy)}
        value={toOptionValue(colourBy)}
        options={options}
        onChange={(value) => colourParts(store, fromOptionValue(value, options))}
        isSearchable
      />
      {colourBy && <ColourLegend colourBy={colourBy} />}
    </Stack>
  );
}
