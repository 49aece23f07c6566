import { useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, Heading, IconButton, Popover, Stack, useIsPhone } from '#ui';
import { FLOOD } from '../contract.ts';
import { barMessages as messages } from '../messages/bar.ts';
import { statusMessages } from '../messages/status.ts';
import { HonestLine } from './HonestLine.tsx';
import { metresText, standingOf } from './status-words.ts';
import { useFloodStatus, useShownRun, useShownTimeS, useSince } from './use-flood.ts';

/** In view as long as a run is shown: that the water is simulated and of when; behind it how, and the way to the card. */
export default function FloodOnBar() {
  const store = useAppStore();
  const say = useText();
  const isPhone = useIsPhone();
  const run = useShownRun();
  const status = useFloodStatus(run?.id ?? '');
  const timeText = useSince();
  const timeS = useShownTimeS() ?? 0;
  if (!run) return null;
  const standing = standingOf(run, status);
  const since = timeText(timeS);
  const title = say(messages.title(run.scenario.name, standing, since));
  const icon = standing === 'failed' ? 'warning' : 'wave';
  const words = [say(statusMessages.simulated), status && metresText(status.cellM), since];
  return (
    <Popover
      label={title}
      side="bottom-end"
      trigger={
        isPhone ? (
          <IconButton icon={icon} label={title} />
        ) : (
          <Button size="s" kind="quiet" icon={icon}>
            {words.filter(Boolean).join(' · ')}
          </Button>
        )
      }
    >
      <Stack gap="s">
        <Heading level={3}>{title}</Heading>
        {status && <HonestLine status={status} />}
        <Button icon="arrow-right" onClick={() => openCard(store, FLOOD)}>
          {say(messages.open)}
        </Button>
      </Stack>
    </Popover>
  );
}
