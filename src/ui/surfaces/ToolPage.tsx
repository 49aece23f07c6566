import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { ErrorBoundary } from '../feedback/ErrorBoundary.tsx';
import { Skeleton } from '../feedback/Skeleton.tsx';
import { Heading } from './Heading.tsx';
import { isModalOpen } from './is-modal-open.ts';
import { Later } from './Later.tsx';
import styles from './ToolPage.module.css';

interface ToolPageProps {
  readonly title: string;
  /** Where the arrow and Escape lead. */
  readonly back: string;
  readonly onBack: () => void;
  /** What is said where the tool fails. */
  readonly broken: string;
  /** May still be loading. */
  readonly children: ReactNode;
}

/** A tool in place of what else a card holds; Escape and the arrow lead back. */
export function ToolPage({ title, back, onBack, broken, children }: ToolPageProps) {
  const arrow = useRef<HTMLButtonElement>(null);
  const escapesModal = useRef(false);

  // A tool that was opened from the keyboard goes on from there.
  useEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement === null;
    if (isNowhere) arrow.current?.focus({ preventScroll: true });
  }, []);

  // Asked when the key arrives: by the time it gets here, what it closes is gone.
  useEffect(() => {
    const arrive = () => {
      escapesModal.current = isModalOpen();
    };
    window.addEventListener('keydown', arrive, { capture: true });
    return () => window.removeEventListener('keydown', arrive, { capture: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || escapesModal.current) return;
    event.stopPropagation();
    onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape alone, beside the button that does the same.
    <div onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <IconButton ref={arrow} icon="arrow-left" label={back} onClick={onBack} />
        <span className={styles.title}>
          <Heading level={3}>{title}</Heading>
        </span>
      </div>
      <ErrorBoundary title={broken}>
        <Later>
          <Suspense fallback={<Skeleton lines={6} />}>{children}</Suspense>
        </Later>
      </ErrorBoundary>
    </div>
  );
}
