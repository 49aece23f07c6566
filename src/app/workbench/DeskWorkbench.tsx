import { useAppState, useText } from '#store/use-store.tsx';
import { changeWorkbench } from '#store/workbench.ts';
import { Panel, Toolbar } from '#ui';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useStage } from '../globe/use-stage.ts';
import { SelectionInspector } from '../inspector/SelectionInspector.tsx';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { TimePanel } from '../status/TimePanel.tsx';
import { HouseBar } from './HouseBar.tsx';
import { LayersPanel } from './LayersPanel.tsx';
import styles from './workbench.module.css';

/** Bar on top, layers left, inspector right, time and status below, the city in the middle. */
export function DeskWorkbench() {
  const { store } = useParts();
  const say = useText();
  const isPanelOpen = useAppState(({ workbench }) => workbench.isPanelOpen);
  const isTimeOpen = useAppState(({ workbench }) => workbench.isTimeOpen);
  const selectedCount = useAppState(({ selection }) => selection.length);
  const isCovered = useStage() !== undefined;
  return (
    <div className={styles.desk}>
      <div className={styles.top}>
        <HouseBar isPhone={false} />
      </div>
      <main
        id="workbench"
        className={styles.left}
        aria-label={say(messages.workbench)}
        tabIndex={-1}
      >
        {isPanelOpen && <LayersPanel />}
      </main>
      <div className={styles.right}>
        {selectedCount > 0 && (
          <Panel
            title={say(messages.inspector)}
            icon="info"
            {...(selectedCount > 1 && { aside: say(messages.selectedThings(selectedCount)) })}
            actions={<CommandButton id="app.zoom-selection" />}
            onClose={() => store.setState({ selection: [] })}
          >
            <SelectionInspector />
          </Panel>
        )}
      </div>
      {!isCovered && (
        <section className={styles.controls} aria-label={say(messages.view)}>
          <Toolbar label={say(messages.view)} orientation="vertical" isFloating>
            <CommandButton id="view.nearer" tooltipSide="left" />
            <CommandButton id="view.farther" tooltipSide="left" />
            <CommandButton id="view.north" tooltipSide="left" />
          </Toolbar>
        </section>
      )}
      {isTimeOpen && (
        <div className={styles.time}>
          <Panel
            title={say(messages.time)}
            icon="sun"
            onClose={() => changeWorkbench(store, { isTimeOpen: false })}
          >
            <TimePanel />
          </Panel>
        </div>
      )}
      <div className={styles.bottom}>
        <StatusBar />
      </div>
    </div>
  );
}
