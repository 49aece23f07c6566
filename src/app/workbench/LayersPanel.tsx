import { useAppState, useText } from '#store/use-store.tsx';
import { changeWorkbench } from '#store/workbench.ts';
import { Tabs } from '#ui';
import { Catalogue } from '../layers/Catalogue.tsx';
import { LayerList } from '../layers/LayerList.tsx';
import { messages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import { SearchEverything } from '../search/SearchEverything.tsx';
import styles from './workbench.module.css';

/** Search on top; below it the layers on the workbench, and the catalogue of what exists here. */
export function LayersPanel() {
  const { store } = useParts();
  const say = useText();
  const tab = useAppState(({ workbench }) => workbench.tab);
  return (
    <section className={styles.panel} aria-label={say(messages.layers)}>
      <div className={styles.search}>
        <SearchEverything />
      </div>
      <div className={styles.tabs}>
        <Tabs
          label={say(messages.layers)}
          value={tab === 'catalogue' ? 'catalogue' : 'layers'}
          onChange={(next) => changeWorkbench(store, { tab: next })}
          tabs={[
            { id: 'layers', label: say(messages.layers), icon: 'layers', panel: <LayerList /> },
            { id: 'catalogue', label: say(messages.catalogue), icon: 'book', panel: <Catalogue /> },
          ]}
        />
      </div>
    </section>
  );
}
