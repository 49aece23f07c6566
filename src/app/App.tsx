import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import styles from './app.module.css';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { Dialogs } from './Dialogs.tsx';
import { Dropping } from './dropping/Dropping.tsx';
import { GlobeArea } from './globe/GlobeArea.tsx';
import { messages } from './messages.ts';
import { Notices } from './notices/Notices.tsx';
import { StartScreen } from './opening/StartScreen.tsx';
import { Workbench } from './workbench/Workbench.tsx';

/** The globe, what lies around it, and what opens over both. */
export function App() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <House />
    </KitProvider>
  );
}

function House() {
  const say = useText();
  const isOpen = useAppState(({ opening }) => opening.step.kind === 'open');
  const [credits, setCredits] = useState<HTMLElement | null>(null);
  useShortcuts();
  return (
    <>
      <a className={styles.skip} href="#workbench">
        {say(messages.skipToWorkbench)}
      </a>
      <div className={styles.house}>
        <GlobeArea credits={credits} />
        {isOpen ? <Workbench /> : <StartScreen />}
        <Notices />
      </div>
      {/* Cesium's own credit line: ours stands in the status bar, from the manifest. */}
      <div ref={setCredits} hidden />
      <Dialogs />
      <Dropping />
    </>
  );
}
