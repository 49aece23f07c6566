import { useAppState, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { Button, EmptyState, Stack } from '#ui';
import { useParts } from '../parts.tsx';
import { LayerRow } from './LayerRow.tsx';
import { messages } from './messages.ts';
import { useFeatures } from './use-features.ts';

/** The workbench: one card for each layer that is on it. */
export function LayerList() {
  const { store } = useParts();
  const say = useText();
  const layers = useAppState((state) => state.layers);
  const shown = useFeatures().available.filter(({ id }) => !layers[id]?.isRemoved);
  if (shown.length === 0) {
    return (
      <EmptyState
        icon="layers"
        title={say(messages.noLayers)}
        action={
          <Button icon="plus" onClick={() => openTab(store, 'catalogue')}>
            {say(messages.openCatalogue)}
          </Button>
        }
      >
        {say(messages.noLayersDetail)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="m">
      {shown.map((feature, at) => (
        <LayerRow key={feature.id} feature={feature} isFirst={at === 0} />
      ))}
    </Stack>
  );
}
