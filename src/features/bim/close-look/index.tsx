import { useEffect } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, ErrorState, Spinner } from '#ui';
import { useAnswer, useLine } from '../panel/use-line.ts';
import { selectBim, setTask } from '../state.ts';
import { CloseView } from './CloseView.tsx';
import styles from './close-look.module.css';
import { messages } from './messages.ts';

/** One part of a building alone, in the globe's place: around it, as a plan, from inside; to measure. */
export default function CloseLook() {
  const store = useAppStore();
  const task = useAppState((state) => selectBim(state).task);
  const part = task.kind === 'close-look' ? task.part : undefined;
  if (part === undefined) return null;
  // What was measured belongs to the part: another one begins anew.
  return <PartView key={part} part={part} onLeave={() => setTask(store, { kind: 'none' })} />;
}

interface PartViewProps {
  readonly part: string;
  readonly onLeave: () => void;
}

function PartView({ part, onLeave }: PartViewProps) {
  const say = useText();
  const isConnected = useLine() !== undefined;
  const { value: scene, failure, retry } = useAnswer('closeLook', { part });
  if (scene && (scene.mesh.indices.length > 0 || scene.mesh.edges.length > 0)) {
    return <CloseView scene={scene} onLeave={onLeave} />;
  }
  const name = part.slice(part.lastIndexOf('/') + 1);
  return (
    <section className={styles.alone} aria-label={say(messages.closeLook)}>
      <LeaveOnEscape onLeave={onLeave} />
      {failure ? (
        <ErrorState title={say(messages.failed)} onRetry={retry}>
          {failure}
        </ErrorState>
      ) : scene ? (
        <EmptyState icon="cube" title={say(messages.nothing)}>
          {say(messages.nothingDetail)}
        </EmptyState>
      ) : (
        <Spinner label={say(messages.loading(isConnected ? name : ''))} />
      )}
      <Button icon="chevron-left" onClick={onLeave}>
        {say(messages.back)}
      </Button>
    </section>
  );
}

function LeaveOnEscape({ onLeave }: { readonly onLeave: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onLeave();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [onLeave]);
  return null;
}
