import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, PropertySection, Stack } from '#ui';
import type { ElementDetails } from '../contract.ts';
import { toggleIsolated } from '../state/isolating.ts';
import { inspectorMessages as messages } from './messages.ts';

/** The systems, zones and classifications that an element belongs to; a press shows one alone. */
export function GroupsSection({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const isClass = ({ kind }: ElementDetails['groups'][number]) => kind === 'classification';
  const parts = [
    { title: messages.groups, groups: details.groups.filter((group) => !isClass(group)) },
    { title: messages.classifications, groups: details.groups.filter(isClass) },
  ];
  return parts
    .filter(({ groups }) => groups.length > 0)
    .map(({ title, groups }) => (
      <PropertySection key={title.en} title={say(title)} aside={groups.length} isFree>
        <Stack gap="s">
          {groups.map(({ key, name }) => (
            <Button
              key={key}
              size="s"
              kind="quiet"
              icon="isolate"
              onClick={() => toggleIsolated(store, [key])}
            >
              {name}
            </Button>
          ))}
        </Stack>
      </PropertySection>
    ));
}
