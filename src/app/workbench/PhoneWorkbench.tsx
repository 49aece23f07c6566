import { useEffect } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { changeWorkbench, openTab } from '#store/workbench.ts';
import { BottomSheet, Button, Stack, Tabs, Toolbar } from '#ui';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useStage } from '../globe/use-stage.ts';
import { SelectionInspector } from '../inspector/SelectionInspector.tsx';
import { Catalogue } from '../layers/Catalogue.tsx';
import { LayerList } from '../layers/LayerList.tsx';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import { SearchEverything } from '../search/SearchEverything.tsx';
import { Attribution } from '../status/Attribution.tsx';
import { ClockText } from '../status/ClockText.tsx';
import { NorthArrow } from '../status/NorthArrow.tsx';
import { ScaleLine } from '../status/ScaleLine.tsx';
import { TimePanel } from '../status/TimePanel.tsx';
import { HouseBar } from './HouseBar.tsx';
import styles from './workbench.module.css';

/** The same tools on a phone: the city on top, everything else in a sheet that is pulled up. */
export function PhoneWorkbench() {
  const { store } = useParts();
  const say = useText();
  const { tab, sheet } = useAppState(({ workbench }) => workbench);
  const cityName = useAppState(({ city }) => city?.manifest.name ?? '');
  const selectedCount = useAppState(({ selection }) => selection.length);
  const isCovered = useStage() !== undefined;

  useEffect(() => {
    if (selectedCount > 0) openTab(store, 'inspector');
  }, [store, selectedCount]);

  return (
    <div className={styles.phone} data-phone>
      <div className={styles.top}>
        <HouseBar isPhone />
      </div>
      {!isCovered && (
        <section className={styles.phoneControls} aria-label={say(messages.tools)}>
          <Toolbar label={say(messages.tools)} orientation="vertical" isFloating>
            <CommandButton id="view.home" tooltipSide="left" />
            <CommandButton id="view.top" tooltipSide="left" />
            <CommandButton id="app.select-rectangle" tooltipSide="left" />
          </Toolbar>
        </section>
      )}
      <main id="workbench" aria-label={say(messages.workbench)} tabIndex={-1}>
        <BottomSheet
          title={cityName}
          height={sheet}
          onHeightChange={(height) => changeWorkbench(store, { sheet: height })}
        >
          <Tabs
            label={say(messages.workbench)}
            value={tab === 'catalogue' ? 'layers' : tab}
            onChange={(next) => openTab(store, next)}
            tabs={[
              {
                id: 'layers',
                label: say(messages.layers),
                panel: tab === 'catalogue' ? <CatalogueTab /> : <LayersTab />,
              },
              {
                id: 'search',
                label: say(messages.search),
                panel: <SearchEverything />,
              },
              {
                id: 'inspector',
                label: say(messages.inspector),
                ...(selectedCount > 0 && { count: selectedCount }),
                panel: <SelectionInspector />,
              },
              {
                id: 'time',
                label: say(messages.time),
                panel: <TimePanel />,
              },
            ]}
          />
        </BottomSheet>
      </main>
      <footer className={styles.phoneStatus}>
        <div className={styles.row}>
          <NorthArrow />
          <ScaleLine />
        </div>
        <ClockText />
        <Attribution />
      </footer>
    </div>
  );
}

function LayersTab() {
  const { store } = useParts();
  const say = useText();
  return (
    <Stack>
      <LayerList />
      <Button icon="plus" isWide onClick={() => openTab(store, 'catalogue')}>
        {say(messages.catalogue)}
      </Button>
    </Stack>
  );
}

function CatalogueTab() {
  const { store } = useParts();
  const say = useText();
  return (
    <Stack>
      <Button icon="chevron-left" kind="quiet" onClick={() => openTab(store, 'layers')}>
        {say(messages.layers)}
      </Button>
      <Catalogue />
    </Stack>
  );
}
