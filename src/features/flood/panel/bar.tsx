import { useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { IconButton } from '#ui';
import { FLOOD } from '../contract.ts';
import { barMessages as messages } from '../messages/bar.ts';
import { standingOf } from './status-words.ts';
import { spanText, useFloodStatus, useShownRun, useShownTimeS } from './use-flood.ts';

/** On the bar as long as a run is shown: that water on the globe is simulated, and the way back to its card. */
export default function FloodButton() {
  const store = useAppStore();
  const say = useText();
  const run = useShownRun();
  const status = useFloodStatus(run?.id ?? '');
  const timeS = useShownTimeS() ?? 0;
  if (!run) return null;
  const standing = standingOf(run, status);
  return (
    <IconButton
      icon={standing === 'failed' ? 'warning' : 'wave'}
      label={say(messages.title(run.scenario.name, standing, `T+${spanText(timeS)}`))}
      onClick={() => openCard(store, FLOOD)}
    />
  );
}
