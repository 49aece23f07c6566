import { useAppState, useText } from '#store/use-store.tsx';
import { EmptyState, Note, PropertySection, Skeleton, Stack } from '#ui';
import { messages } from './messages.ts';
import { ElementList } from './panel/list/ElementList.tsx';
import { LookSection } from './panel/look/LookSection.tsx';
import { PipesLegend } from './panel/look/PipesLegend.tsx';
import { NetworkList } from './panel/networks/NetworkList.tsx';
import { OpenTool } from './panel/OpenTool.tsx';
import styles from './panel/panel.module.css';
import { ToolList } from './panel/ToolList.tsx';
import { tools } from './panel/tools.ts';
import { useNetworks } from './panel/use-line.ts';
import { initialLook, selectPipes } from './state.ts';

/** The body of the card: the networks, what can be done with them, how they look, everything in a list. */
export default function PipesPanel() {
  const say = useText();
  const networks = useNetworks();
  const toolId = useAppState((state) => selectPipes(state).tool);
  const isLoading = useAppState(({ layers }) => layers.pipes?.status.kind === 'loading');
  const problems = useAppState((state) => state.problems.some(({ path }) => path === 'pipes'));
  if (networks.length === 0) {
    if (problems && !isLoading) {
      // The card's own banner says what is wrong, and offers to try again.
      return (
        <EmptyState icon="pipe" title={say(messages.none)}>
          {say(messages.noneDetail)}
        </EmptyState>
      );
    }
    return (
      <Stack>
        <Note kind="faint">{say(messages.loading)}</Note>
        <Skeleton lines={7} />
      </Stack>
    );
  }
  const tool = tools.find(({ id }) => id === toolId);
  if (tool) return <OpenTool key={tool.id} tool={tool} />;
  return (
    <Stack>
      <NetworkList networks={networks} />
      <ToolList networks={networks} />
      <PipesLegend />
      <Sections />
    </Stack>
  );
}

function Sections() {
  const say = useText();
  const look = useAppState((state) => selectPipes(state).look);
  const isChanged = look.colouring !== initialLook.colouring;
  return (
    <div className={styles.sections}>
      <PropertySection title={say(messages.look)} isFree isInitiallyOpen={isChanged}>
        <LookSection />
      </PropertySection>
      <PropertySection title={say(messages.list)} isFree isInitiallyOpen={false}>
        <ElementList />
      </PropertySection>
    </div>
  );
}
