import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly orientation?: 'horizontal' | 'vertical';
  /** A surface of its own, for a toolbar that floats over the globe. */
  readonly isFloating?: boolean;
  readonly children: ReactNode;
}

/** Buttons of one purpose: a single tab stop, arrows move between them. */
export function Toolbar({
  label,
  orientation = 'horizontal',
  isFloating = false,
  children,
}: ToolbarProps) {
  const root = useRef<HTMLDivElement>(null);

  // The buttons are the caller's, so their tab stops are kept on the elements themselves.
  useEffect(() => {
    const buttons = listButtons(root.current);
    const stop =
      buttons.find((button) => button.tabIndex === 0 && button.dataset.stop) ?? buttons[0];
    keepOneStop(buttons, stop);
  });

  const moveFocus = (event: KeyboardEvent) => {
    const buttons = listButtons(root.current);
    const focused = document.activeElement;
    const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
    if (at < 0) return;
    const forward = orientation === 'horizontal' ? 'ArrowRight' : 'ArrowDown';
    const back = orientation === 'horizontal' ? 'ArrowLeft' : 'ArrowUp';
    const targets: Record<string, number> = {
      [forward]: (at + 1) % buttons.length,
      [back]: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    buttons[target]?.focus();
  };

  const followFocus = (event: FocusEvent) => {
    const buttons = listButtons(root.current);
    const focused = buttons.find((button) => button === event.target);
    if (focused) keepOneStop(buttons, focused);
  };

  return (
    <div
      ref={root}
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      className={classNames(styles.toolbar, styles[orientation], isFloating && styles.floating)}
      onKeyDown={moveFocus}
      onFocus={followFocus}
    >
      {children}
    </div>
  );
}

function listButtons(root: HTMLElement | null): readonly HTMLButtonElement[] {
  return root ? [...root.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')] : [];
}

function keepOneStop(buttons: readonly HTMLButtonElement[], stop: HTMLButtonElement | undefined) {
  for (const button of buttons) {
    button.tabIndex = button === stop ? 0 : -1;
    if (button === stop) button.dataset.stop = 'true';
    else delete button.dataset.stop;
  }
}
