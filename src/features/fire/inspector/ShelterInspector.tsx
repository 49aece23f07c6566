import { spanText } from '#model/span.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Heading, Note, PropertyRow, PropertySection, Stack } from '#ui';
import { type EvacuationResult, FIRE_EVACUATION } from '../contract/evacuation.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useCount } from '../panel/use-fire.ts';
import { Gone } from './Gone.tsx';

/** A shelter of the shown evacuation: its room, who is sent there, when the last one is there. */
export function ShelterInspector({ id }: { readonly id: string }) {
  const say = useText();
  const count = useCount();
  const evacuation = useFrame<EvacuationResult>(FIRE_EVACUATION);
  const shelter = evacuation?.shelters.find((one) => one.id === id);
  if (!shelter) return <Gone id={id} />;
  const { name, capacity, assigned, lastArrivalS } = shelter;
  return (
    <Stack gap="s">
      <Heading level={3}>{name}</Heading>
      <Note kind="faint">{say(messages.shelter)}</Note>
      <PropertySection title={say(messages.shelter)}>
        <PropertyRow name={say(messages.capacity)}>{count(capacity)}</PropertyRow>
        <PropertyRow name={say(messages.assigned)}>{count(assigned)}</PropertyRow>
        {assigned > 0 && (
          <PropertyRow name={say(messages.last)}>
            {say(messages.after(spanText(lastArrivalS)))}
          </PropertyRow>
        )}
      </PropertySection>
    </Stack>
  );
}
