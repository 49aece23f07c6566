import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Note, PropertyRow, Slider, Stack } from '#ui';
import { messages } from './messages.ts';
import {
  exaggerate,
  LEAST_EXAGGERATION,
  MOST_EXAGGERATION,
  selectTerrain,
  terrainSlice,
} from './state.ts';

/** How high the ground is drawn, and where it comes from. */
export default function TerrainPanel() {
  const store = useAppStore();
  const say = useText();
  const { exaggeration } = useAppState(terrainSlice.select);
  const layer = useAppState(selectTerrain);
  return (
    <Stack gap="m">
      <Slider
        label={say(messages.exaggeration)}
        value={exaggeration}
        min={LEAST_EXAGGERATION}
        max={MOST_EXAGGERATION}
        step={0.5}
        format={(value) => `${value}×`}
        onChange={(value) => exaggerate(store, value)}
      />
      <Note>{say(messages.exaggerationHint)}</Note>
      {layer && (
        <PropertyRow name={say(messages.origin)}>{say(messages[layer.origin])}</PropertyRow>
      )}
    </Stack>
  );
}
