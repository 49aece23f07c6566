import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, Heading, Note, Stack } from '#ui';
import { burstMessages as messages } from '../../messages/burst.ts';
import { startBurst } from '../../state/incident.ts';
import { elementOf, PIPES } from '../../state/selected.ts';
import { openTool, setListed } from '../../state.ts';
import { tools } from '../tools.ts';
import { AlarmList } from './AlarmList.tsx';
import { DrillButton } from './DrillButton.tsx';
import { IncidentList } from './IncidentList.tsx';

const LEAK_TOOL = 'leak';

/** Where a burst begins: at the selected pipe, at an alarm, in an area that is searched, in a list. */
export function BeginBurst() {
  const store = useAppStore();
  const say = useText();
  const selection = useAppState((state) => state.selection);
  const [only] = selection;
  const element = selection.length === 1 && only ? elementOf(only) : undefined;
  const hasSearch = tools.some(({ id }) => id === LEAK_TOOL);
  return (
    <Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.begin)}</Heading>
        {element?.kind === 'link' && only ? (
          <Button
            kind="danger"
            size="l"
            icon="incident"
            isWide
            onClick={() => startBurst(store, only.id)}
          >
            {say(messages.fromSelected(element.id))}
          </Button>
        ) : (
          <Note kind="faint">{say(messages.beginDetail)}</Note>
        )}
        {hasSearch && (
          <Button size="l" icon="radar" isWide onClick={() => openTool(store, LEAK_TOOL)}>
            {say(messages.searchArea)}
          </Button>
        )}
      </Stack>
      <AlarmList />
      <Stack gap="s">
        <Button
          size="l"
          icon="list"
          isWide
          onClick={() => {
            setListed(store, 'pipes');
            openTool(store, '');
            openCard(store, PIPES);
          }}
        >
          {say(messages.pickInList)}
        </Button>
        <DrillButton />
      </Stack>
      <IncidentList />
    </Stack>
  );
}
