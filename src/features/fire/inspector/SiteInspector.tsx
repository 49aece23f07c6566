import { nameOfUse } from '#model/use-names.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Heading, Note, PropertyRow, PropertySection, Stack } from '#ui';
import { type EvacuationResult, FIRE_EVACUATION } from '../contract/evacuation.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useCount } from '../panel/use-fire.ts';
import { Gone } from './Gone.tsx';

/** A site of the shown evacuation with people who can't go by themselves. */
export function SiteInspector({ id }: { readonly id: string }) {
  const say = useText();
  const count = useCount();
  const evacuation = useFrame<EvacuationResult>(FIRE_EVACUATION);
  const site = evacuation?.needHelp.find((one) => one.id === id);
  if (!site) return <Gone id={id} />;
  return (
    <Stack gap="s">
      <Heading level={3}>{site.name}</Heading>
      <Note kind="faint">{say(nameOfUse(site.kind))}</Note>
      <PropertySection title={say(messages.needHelp)}>
        <PropertyRow name={say(messages.needHelp)}>{count(site.people)}</PropertyRow>
      </PropertySection>
    </Stack>
  );
}
