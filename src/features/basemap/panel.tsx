import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Segmented, Stack, Toggle } from '#ui';
import { messages } from './messages.ts';
import { basemapSlice, setLabels, setStyle } from './state.ts';

/** How the map is drawn and whether it carries names. */
export default function BasemapPanel() {
  const store = useAppStore();
  const say = useText();
  const { style, labels } = useAppState(basemapSlice.select);
  return (
    <Stack gap="m">
      <Segmented
        label={say(messages.style)}
        value={style}
        options={[
          { value: 'auto', label: say(messages.styleAuto) },
          { value: 'dark', label: say(messages.styleDark) },
          { value: 'light', label: say(messages.styleLight) },
        ]}
        onChange={(chosen) => setStyle(store, chosen)}
        isWide
      />
      <Toggle
        label={say(messages.labels)}
        hint={say(messages.labelsHint)}
        checked={labels}
        onChange={(on) => setLabels(store, on)}
      />
    </Stack>
  );
}
