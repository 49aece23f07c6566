import { changeDropping } from '#store/dropping.ts';
import { selectScenarios } from '#store/scenarios.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Badge, Button, EmptyState, PropertySection, Skeleton, Stack } from '#ui';
import { checkMessages } from './messages/checks.ts';
import { messages as scenarioMessages } from './messages/scenario.ts';
import { messages } from './messages.ts';
import { ClashSection } from './panel/ClashSection.tsx';
import { ColourSection } from './panel/ColourSection.tsx';
import { CompareSection } from './panel/CompareSection.tsx';
import { ElementTree } from './panel/ElementTree.tsx';
import { LookSection } from './panel/LookSection.tsx';
import { ModelList } from './panel/ModelList.tsx';
import { PlaceSection } from './panel/PlaceSection.tsx';
import styles from './panel/panel.module.css';
import { ScenarioSection } from './panel/ScenarioSection.tsx';
import { SectionSection } from './panel/SectionSection.tsx';
import { ShownCount } from './panel/ShownCount.tsx';
import { useModels } from './panel/use-line.ts';
import { ViewsSection } from './panel/ViewsSection.tsx';
import { selectBim } from './state.ts';

/** The body of the card: which models stand here, what is in them, how they look. */
export default function BimPanel() {
  const store = useAppStore();
  const say = useText();
  const sources = useAppState((state) => selectBim(state).models.length);
  const isLoading = useAppState((state) =>
    selectBim(state).report.models.some((one) => one.state === 'loading'),
  );
  const models = useModels();
  if (sources === 0) {
    return (
      <EmptyState
        icon="import"
        title={say(messages.noModels)}
        action={
          <Button
            size="s"
            icon="import"
            onClick={() => changeDropping(store, { kind: 'choosing' })}
          >
            {say(messages.chooseFile)}
          </Button>
        }
      >
        {say(messages.noModelsDetail)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="m">
      <ModelList />
      {models.length > 0 && <ShownCount />}
      {models.length === 0 && isLoading && <Skeleton lines={6} />}
      {models.length > 0 && <Sections />}
    </Stack>
  );
}

function Sections() {
  const say = useText();
  const look = useAppState((state) => selectBim(state).look);
  const views = useAppState((state) => selectBim(state).views.length);
  const scenarios = useAppState((state) => selectScenarios(state).scenarios.length);
  const isPlacing = useAppState((state) => selectBim(state).task.kind === 'placing');
  const checks = useAppState((state) => selectBim(state).checks);
  const cuts = look.planes.length + Number(look.box !== undefined);
  return (
    <div className={styles.sections}>
      <PropertySection title={say(messages.elements)} isFree>
        <ElementTree />
      </PropertySection>
      <PropertySection
        title={say(messages.look)}
        isFree
        isInitiallyOpen={look.explodeM > 0 || look.cutStorey !== undefined}
      >
        <LookSection />
      </PropertySection>
      <PropertySection
        title={say(messages.section)}
        aside={cuts > 0 && <Badge tone="info">{cuts}</Badge>}
        isFree
        isInitiallyOpen={cuts > 0}
      >
        <SectionSection />
      </PropertySection>
      <PropertySection
        title={say(messages.colour)}
        isFree
        isInitiallyOpen={look.colourBy !== undefined}
      >
        <ColourSection />
      </PropertySection>
      <PropertySection
        // A model that is being placed, wherever that began, shows its tools.
        key={`place ${isPlacing}`}
        title={say(messages.placing)}
        isFree
        isInitiallyOpen={isPlacing}
      >
        <PlaceSection />
      </PropertySection>
      <PropertySection
        title={say(scenarioMessages.scenarios)}
        aside={scenarios > 0 && <Badge>{scenarios}</Badge>}
        isFree
        isInitiallyOpen={scenarios > 0}
      >
        <ScenarioSection />
      </PropertySection>
      <PropertySection
        title={say(checkMessages.compare)}
        isFree
        isInitiallyOpen={checks.compared !== undefined}
      >
        <CompareSection />
      </PropertySection>
      <PropertySection
        title={say(checkMessages.clashes)}
        isFree
        isInitiallyOpen={checks.clashing !== undefined}
      >
        <ClashSection />
      </PropertySection>
      <PropertySection
        title={say(messages.views)}
        aside={views > 0 && <Badge>{views}</Badge>}
        isFree
        isInitiallyOpen={views > 0}
      >
        <ViewsSection />
      </PropertySection>
    </div>
  );
}
