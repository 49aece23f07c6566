import { Portal } from '@mantine/core';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useWord } from '../kit-context.ts';
import styles from './Toast.module.css';
import { ToastView } from './ToastView.tsx';
import { NotifyContext, type Toast } from './toast.ts';

const MOST_AT_ONCE = 4;

/** Holds the notices of a page; KitProvider brings it. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const say = useWord();
  const nextId = useRef(0);
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);

  const notify = useCallback((toast: Toast) => {
    nextId.current += 1;
    const shown = { ...toast, id: nextId.current };
    setToasts((before) => [...before, shown].slice(-MOST_AT_ONCE));
  }, []);

  const dismiss = useCallback((id: number) => {
    setToasts((before) => before.filter((toast) => toast.id !== id));
  }, []);

  return (
    <NotifyContext value={notify}>
      {children}
      <Portal>
        <section className={styles.region} aria-label={say('notifications')}>
          <div aria-live="polite" aria-relevant="additions">
            {toasts.map((toast) => (
              <ToastView key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
            ))}
          </div>
        </section>
      </Portal>
    </NotifyContext>
  );
}
