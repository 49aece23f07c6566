import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Later, PropertySection, Stack } from '#ui';
import type { FireScenario } from './contract.ts';
import { cardMessages } from './messages/card.ts';
import { lookMessages } from './messages/look.ts';
import { steerMessages } from './messages/steer.ts';
import { ActList } from './panel/ActList.tsx';
import { CompareSection } from './panel/CompareSection.tsx';
import { EnsembleSection } from './panel/EnsembleSection.tsx';
import { FireHead } from './panel/FireHead.tsx';
import { FireList } from './panel/FireList.tsx';
import { HamadaSection } from './panel/HamadaSection.tsx';
import { HonestLine } from './panel/HonestLine.tsx';
import { IncidentRow } from './panel/IncidentRow.tsx';
import { LookSection } from './panel/LookSection.tsx';
import { ModelSection } from './panel/ModelSection.tsx';
import { OpenTool } from './panel/OpenTool.tsx';
import { PointBar } from './panel/PointBar.tsx';
import styles from './panel/panel.module.css';
import { Told } from './panel/Sections.tsx';
import { StartSection } from './panel/StartSection.tsx';
import { SteerBar } from './panel/SteerBar.tsx';
import { Timeline } from './panel/Timeline.tsx';
import { ToolList } from './panel/ToolList.tsx';
import { tools } from './panel/tools.ts';
import { useShownFire } from './panel/use-fire.ts';
import { selectFire } from './state.ts';

/** The body of the card: begin at once; then the fire that is shown, how it stands, what is done to it. */
export default function FirePanel() {
  const say = useText();
  const pointing = useAppState((state) => selectFire(state).pointing);
  const toolId = useAppState((state) => selectFire(state).tool);
  const unread = useAppState((state) => selectFire(state).unread);
  const fire = useShownFire();
  const tool = tools.find(({ id, when }) => id === toolId && (fire || when === 'always'));
  if (tool) return <OpenTool key={tool.id} tool={tool} />;
  return (
    <Stack>
      {unread > 0 && <Banner tone="warning" title={say(cardMessages.unread(unread))} />}
      {pointing && <PointBar pointing={pointing} />}
      {fire ? (
        <>
          <FireHead key={fire.id} fire={fire} />
          <HonestLine />
          <Later key={`time/${fire.id}`}>
            <Timeline fire={fire} />
          </Later>
          <Later key={`steer/${fire.id}`}>
            <SteerBar fire={fire} />
            <IncidentRow scenario={fire.id} />
          </Later>
        </>
      ) : (
        <StartSection />
      )}
      <Told hasFire={fire !== undefined} />
      <ToolList hasFire={fire !== undefined} />
      {fire ? <OfFire fire={fire} /> : <Rest />}
      {!fire && <HonestLine />}
    </Stack>
  );
}

function OfFire({ fire }: { readonly fire: FireScenario }) {
  const say = useText();
  const isCompared = useAppState((state) => selectFire(state).compared !== '');
  return (
    <div className={styles.sections}>
      {isCompared && (
        <PropertySection title={say(steerMessages.comparison)} isFree>
          <CompareSection fire={fire} />
        </PropertySection>
      )}
      <PropertySection title={say(steerMessages.acts)} isFree>
        <ActList fire={fire} />
      </PropertySection>
      <PropertySection title={say(steerMessages.ensemble)} isFree isInitiallyOpen={false}>
        <EnsembleSection fire={fire} />
      </PropertySection>
      <PropertySection title={say(steerMessages.hamada)} isFree isInitiallyOpen={false}>
        <HamadaSection />
      </PropertySection>
      <PropertySection title={say(cardMessages.model)} isFree isInitiallyOpen={false}>
        <ModelSection fire={fire} />
      </PropertySection>
      <PropertySection title={say(cardMessages.another)} isFree isInitiallyOpen={false}>
        <StartSection />
      </PropertySection>
      <Rest />
    </div>
  );
}

function Rest() {
  const say = useText();
  const hasFires = useAppState((state) => selectFire(state).scenarios.length > 0);
  return (
    <>
      {hasFires && (
        <PropertySection title={say(steerMessages.fires)} isFree>
          <FireList />
        </PropertySection>
      )}
      <PropertySection title={say(lookMessages.look)} isFree isInitiallyOpen={false}>
        <LookSection />
      </PropertySection>
    </>
  );
}
