import { useAppState, useText } from '#store/use-store.tsx';
import { SelectField, Stack } from '#ui';
import { selectPlacing } from '../state/placing.ts';
import { PlacingSection } from './PlacingSection.tsx';
import { messages } from './placing-messages.ts';
import { useModels } from './use-line.ts';
import { useModelChoice } from './use-model-choice.ts';

/** The place of one of the open models: that which is being placed, else the selected one, the one in doubt, else the first. */
export function PlaceSection() {
  const say = useText();
  const models = useModels();
  const placing = useAppState((state) => selectPlacing(state)?.model);
  const [choice, choose] = useModelChoice();
  const doubted = models.find(({ model }) => model.georeferencing.verdict !== 'clear');
  const shown = [placing, choice, doubted?.source.id, models[0]?.source.id].find(
    (id) => id !== undefined && models.some(({ source }) => source.id === id),
  );
  if (shown === undefined) return null;
  return (
    <Stack gap="m">
      {models.length > 1 && (
        <SelectField
          label={say(messages.model)}
          value={shown}
          options={models.map(({ source }) => ({ value: source.id, label: source.name }))}
          onChange={choose}
          disabled={placing !== undefined}
        />
      )}
      <PlacingSection key={shown} modelId={shown} />
    </Stack>
  );
}
