import { Suspense } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { ErrorBoundary, Later, lazyPart, PropertySection, Skeleton, Stack } from '#ui';
import { messages } from './messages.ts';
import { ChangedNote } from './panel/ChangedNote.tsx';
import { DrawBar } from './panel/DrawBar.tsx';
import { FloodLegend } from './panel/FloodLegend.tsx';
import { GaugeSection } from './panel/GaugeSection.tsx';
import { IncidentRow } from './panel/IncidentRow.tsx';
import { LookSection } from './panel/LookSection.tsx';
import { ModelSection } from './panel/ModelSection.tsx';
import { OpenTool } from './panel/OpenTool.tsx';
import { PartList } from './panel/PartList.tsx';
import styles from './panel/panel.module.css';
import { RunHead } from './panel/RunHead.tsx';
import { RunList } from './panel/RunList.tsx';
import { StartSection } from './panel/StartSection.tsx';
import { Steering } from './panel/Steering.tsx';
import { Timeline } from './panel/Timeline.tsx';
import { ToolList } from './panel/ToolList.tsx';
import { TrustSection } from './panel/TrustSection.tsx';
import { type FloodSection, sections, tools } from './panel/tools.ts';
import { useFloodStatus, useShownRun } from './panel/use-flood.ts';
import { WorkerNote } from './panel/WorkerNote.tsx';
import { editedScenario } from './state/scenarios.ts';
import { selectFlood } from './state.ts';

/** The body of the card: begin at once; then the run that is shown, what it does, how it is steered. */
export default function FloodPanel() {
  const drawing = useAppState((state) => selectFlood(state).drawing);
  const toolId = useAppState((state) => selectFlood(state).tool);
  const run = useShownRun();
  const tool = tools.find(({ id }) => id === toolId);
  if (tool) return <OpenTool key={tool.id} tool={tool} />;
  return (
    <Stack>
      <WorkerNote />
      {drawing && <DrawBar drawing={drawing} />}
      {run && (
        <>
          <RunHead run={run} />
          <Later key={`time/${run.id}`}>
            <Timeline run={run} />
          </Later>
          <Later key={`steer/${run.id}`}>
            <Steering run={run} />
            <IncidentRow run={run.id} />
          </Later>
        </>
      )}
      <ChangedNote />
      {!run && <StartSection />}
      <Told />
      {run && <FloodLegend />}
      <Later>
        <ToolList hasRun={run !== undefined} />
      </Later>
      <Sections />
    </Stack>
  );
}

/** What a run tells, and two of them beside each other: before everything that can be changed. */
function Told() {
  const run = useShownRun();
  const isCompared = useAppState((state) => selectFlood(state).compared !== '');
  const offered = sections.filter(({ when }) => run && (when === 'run' || isCompared));
  if (offered.length === 0) return null;
  return (
    <div className={styles.sections}>
      {offered.map((section) => (
        <PartOfCard key={section.id} section={section} />
      ))}
    </div>
  );
}

function Sections() {
  const say = useText();
  const run = useShownRun();
  const scenario = useAppState(editedScenario);
  const status = useFloodStatus(run?.id ?? '');
  const hasRuns = useAppState((state) => selectFlood(state).runs.length > 0);
  return (
    <div className={styles.sections}>
      {hasRuns && (
        <PropertySection title={say(messages.runs)} isFree>
          <RunList />
        </PropertySection>
      )}
      {run && (
        <PropertySection title={say(messages.more)} isFree isInitiallyOpen={false}>
          <StartSection />
        </PropertySection>
      )}
      {scenario && (
        <PropertySection title={say(messages.scenario)} isFree isInitiallyOpen={!run}>
          <PartList scenario={scenario} />
        </PropertySection>
      )}
      {scenario && (
        <PropertySection title={say(messages.model)} isFree isInitiallyOpen={false}>
          <ModelSection scenario={scenario} />
        </PropertySection>
      )}
      <PropertySection title={say(messages.look)} isFree isInitiallyOpen={false}>
        <LookSection />
      </PropertySection>
      <PropertySection title={say(messages.gauges)} isFree isInitiallyOpen={false}>
        <GaugeSection />
      </PropertySection>
      {run && status && <TrustSection run={run} status={status} />}
    </div>
  );
}

/** A part that others hang in; one that breaks takes nothing with it. */
function PartOfCard({ section }: { readonly section: FloodSection }) {
  const say = useText();
  const Part = lazyPart(section.load);
  return (
    <PropertySection title={say(section.name)} isFree isInitiallyOpen={section.isInitiallyOpen}>
      <ErrorBoundary title={say(messages.toolBroken)}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <Part />
        </Suspense>
      </ErrorBoundary>
    </PropertySection>
  );
}
