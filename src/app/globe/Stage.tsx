import { Suspense } from 'react';
import { useText } from '#store/use-store.tsx';
import { ErrorBoundary, lazyPart } from '#ui';
import styles from './globe.module.css';
import { messages } from './messages.ts';
import { useStage } from './use-stage.ts';

/** What a feature shows in the globe's place, over it; the globe waits beneath as it was. */
export function Stage() {
  const say = useText();
  const stage = useStage()?.stage;
  if (!stage) return null;
  const Part = lazyPart(stage.load);
  return (
    <div className={styles.stage}>
      <ErrorBoundary title={say(messages.stageBroken)}>
        <Suspense>
          <Part />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
