import { type KeyboardEvent, Suspense, useEffect, useRef } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { ErrorBoundary, Heading, IconButton, Skeleton } from '#ui';
import { messages } from '../messages.ts';
import { openTool } from '../state.ts';
import { lazyTool } from './lazy-tool.ts';
import styles from './panel.module.css';
import type { FloodTool } from './tools.ts';

/** The tool that is open, in place of the card's own parts; Escape and the arrow lead back. */
export function OpenTool({ tool }: { readonly tool: FloodTool }) {
  const store = useAppStore();
  const say = useText();
  const back = useRef<HTMLButtonElement>(null);
  const Tool = lazyTool(tool.load);
  const close = () => openTool(store, '');

  // A tool that was opened from the keyboard goes on from there.
  useEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement === null;
    if (isNowhere) back.current?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape alone, beside the button that does the same.
    <div onKeyDown={onKeyDown}>
      <div className={styles.toolHead}>
        <IconButton ref={back} icon="arrow-left" label={say(messages.back)} onClick={close} />
        <span className={styles.toolTitle}>
          <Heading level={3}>{say(tool.name)}</Heading>
        </span>
      </div>
      <ErrorBoundary title={say(messages.toolBroken)}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Tool />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
