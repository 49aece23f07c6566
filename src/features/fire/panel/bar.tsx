import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, Heading, IconButton, Popover, Stack, useIsPhone } from '#ui';
import { FIRE_RISK, type RiskFrame } from '../contract/risk.ts';
import { FIRE } from '../contract.ts';
import { barMessages as messages } from '../messages/bar.ts';
import { selectFire } from '../state.ts';
import { AlarmedList } from './AlarmedList.tsx';
import { HonestLine } from './HonestLine.tsx';
import { useFireMoment, useFireTimeS, useShownFire, useSince } from './use-fire.ts';
import { WindLine } from './WindLine.tsx';

/** In view while a fire is shown or detectors raise a building's risk: what, simulated, of when; and the way there. */
export default function FireOnBar() {
  const store = useAppStore();
  const say = useText();
  const isPhone = useIsPhone();
  const fire = useShownFire();
  const timeText = useSince();
  const timeS = useFireTimeS();
  const burning = useFireMoment()?.burning.length ?? 0;
  const alarmed = useAppState((state) => selectFire(state).alarmed.length);
  const raised = Math.max(alarmed, useFrame<RiskFrame>(FIRE_RISK)?.summary.raised ?? 0);
  if (!fire && raised === 0) return null;
  const since = timeText(timeS);
  const title = say(fire ? messages.burns(fire.name, burning, since) : messages.raised(raised));
  const short = fire ? `${say(messages.burning(burning))} · ${since}` : String(raised);
  return (
    <Popover
      label={title}
      side="bottom-end"
      trigger={
        isPhone ? (
          <IconButton icon="flame" label={title} {...(!fire && { count: raised })} />
        ) : (
          <Button size="s" kind="quiet" icon="flame">
            {short}
          </Button>
        )
      }
    >
      <Stack gap="s">
        <Heading level={3}>{title}</Heading>
        {fire && <WindLine fire={fire} />}
        {!fire && <AlarmedList />}
        <HonestLine />
        <Button icon="arrow-right" onClick={() => openCard(store, FIRE)}>
          {say(messages.open)}
        </Button>
      </Stack>
    </Popover>
  );
}
