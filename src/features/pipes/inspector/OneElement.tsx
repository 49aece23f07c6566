import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { EmptyState, ErrorState, Heading, Note, Skeleton, Stack } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import type { PipeKey } from '../contract.ts';
import { utilityColour } from '../kernel/palettes.ts';
import { nameOfElement, wordOfValue } from '../messages/attributes.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { messages as cardMessages } from '../messages.ts';
import { toCss } from '../panel/colour-text.ts';
import { useAnswer } from '../panel/use-line.ts';
import { selectPipes } from '../state.ts';
import { AttributeSection } from './AttributeSection.tsx';
import { DepthSection } from './DepthSection.tsx';
import { ElementActions } from './ElementActions.tsx';
import styles from './inspector.module.css';
import { LiveSection } from './LiveSection.tsx';
import { NeighbourSection } from './NeighbourSection.tsx';
import { SolvedSection } from './SolvedSection.tsx';

/** One element: what can be done here, what is measured, solved and registered of it. */
export function OneElement({ id }: { readonly id: PipeKey }) {
  const say = useText();
  const answer = useAnswer('details', { key: id });
  const details = answer.value;
  if (answer.failure) {
    return (
      <ErrorState title={say(cardMessages.asksFailed)} onRetry={answer.retry}>
        {answer.failure}
      </ErrorState>
    );
  }
  if (!details && answer.isWaiting) return <Skeleton lines={10} />;
  if (!details) {
    return (
      <EmptyState icon="pipe" title={say(messages.gone)}>
        {id}
      </EmptyState>
    );
  }
  return (
    <Stack>
      <Head details={details} />
      <ElementActions details={details} />
      <div>
        <LiveSection details={details} />
        <SolvedSection details={details} />
        <DepthSection details={details} />
        <AttributeSection details={details} />
        <NeighbourSection details={details} />
      </div>
    </Stack>
  );
}

function Head({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const palette = useAppState((state) => selectPipes(state).look.palette);
  const { utility, type, id } = details;
  return (
    <div className={styles.head}>
      <span
        className={styles.swatch}
        style={{ backgroundColor: toCss(utilityColour(palette, utility)) }}
        aria-hidden
      />
      <div>
        <Heading level={3}>{nameOfElement(details) || id}</Heading>
        <Note kind="faint">{[say(wordOfValue(type)), nameOf(utility, say), id].join(' · ')}</Note>
      </div>
    </div>
  );
}

const nameOf = (utility: UtilityNetwork, say: ReturnType<typeof useText>) =>
  say(utilityNetworks[utility]);
