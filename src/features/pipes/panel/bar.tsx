import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { IconButton } from '#ui';
import { burstMessages as messages } from '../messages/burst.ts';
import { BURST_TOOL, isEnded } from '../state/incident.ts';
import { PIPES } from '../state/selected.ts';
import { openTool, selectPipes } from '../state.ts';

/** On the bar as long as a burst is open: one press leads back to it from anywhere. */
export default function IncidentButton() {
  const store = useAppStore();
  const say = useText();
  const place = useAppState((state) => {
    const { incident } = selectPipes(state);
    return incident && !isEnded(incident) ? incident.place : undefined;
  });
  if (place === undefined) return null;
  return (
    <IconButton
      icon="incident"
      label={say(messages.title(place))}
      onClick={() => {
        openTool(store, BURST_TOOL);
        openCard(store, PIPES);
      }}
    />
  );
}
