import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Heading, Note, PropertyRow, PropertySection, Quantity, Stack } from '#ui';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useSince } from '../panel/use-fire.ts';
import { shownFireOf } from '../state/clock.ts';
import { removeAct } from '../state/steer.ts';
import { Gone } from './Gone.tsx';

/** An engine at the shown fire: from when to when, with how much water. */
export function EngineInspector({ id }: { readonly id: string }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const engine = useAppState((state) => shownFireOf(state)?.engines.find((one) => one.id === id));
  if (!engine) return <Gone id={id} />;
  const { name, arriveS, leaveS, flowLs, reachM, waterL } = engine;
  return (
    <Stack gap="s">
      <Heading level={3}>{name}</Heading>
      <Note kind="faint">{say(messages.engine)}</Note>
      <PropertySection title={say(messages.engine)}>
        <PropertyRow name={say(messages.arrives)}>{since(arriveS)}</PropertyRow>
        {leaveS !== undefined && (
          <PropertyRow name={say(messages.leaves)}>{since(leaveS)}</PropertyRow>
        )}
        <PropertyRow name={say(messages.flow)}>
          <Quantity value={flowLs} unit="L/s" decimals={0} />
        </PropertyRow>
        <PropertyRow name={say(messages.reach)}>
          <Quantity value={reachM} unit="m" decimals={0} />
        </PropertyRow>
        <PropertyRow name={say(messages.water)}>
          {waterL === undefined ? (
            say(messages.withoutEnd)
          ) : (
            <Quantity value={waterL} unit="L" decimals={0} />
          )}
        </PropertyRow>
      </PropertySection>
      <Button icon="trash" onClick={() => removeAct(store, { kind: 'engine', id })}>
        {say(messages.remove)}
      </Button>
    </Stack>
  );
}
