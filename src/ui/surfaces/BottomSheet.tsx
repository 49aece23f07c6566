import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import styles from './BottomSheet.module.css';

export type SheetHeight = 'peek' | 'half' | 'full';

interface BottomSheetProps {
  readonly title: string;
  readonly height: SheetHeight;
  readonly onHeightChange: (height: SheetHeight) => void;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

const heights = ['peek', 'half', 'full'] as const;
const shares = { peek: 0.16, half: 0.5, full: 0.92 } as const;

/** A panel of a phone: stands at three heights, moved by its handle with a finger or arrow keys. */
export function BottomSheet({
  title,
  height,
  onHeightChange,
  onClose,
  children,
}: BottomSheetProps) {
  const id = useId();
  const say = useWord();
  const sheet = useRef<HTMLElement>(null);
  const [draggedShare, setDraggedShare] = useState<number>();

  const share = draggedShare ?? shares[height];
  const handleKey = (event: KeyboardEvent) => {
    const at = heights.indexOf(height);
    const targets: Record<string, number> = { ArrowUp: at + 1, ArrowDown: at - 1, Home: 2, End: 0 };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = heights[target];
    if (next) onHeightChange(next);
    else if (target < 0) onClose?.();
  };

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = sheet.current?.parentElement?.clientHeight ?? window.innerHeight;
    const bottom = sheet.current?.getBoundingClientRect().bottom ?? window.innerHeight;
    setDraggedShare(Math.min(0.95, Math.max(0.06, (bottom - event.clientY) / room)));
  };

  const settle = () => {
    if (draggedShare === undefined) return;
    setDraggedShare(undefined);
    if (onClose && draggedShare < shares.peek / 2) onClose();
    else onHeightChange(nearestHeight(draggedShare));
  };

  return (
    <section
      ref={sheet}
      className={classNames(styles.sheet, draggedShare !== undefined && styles.dragged)}
      style={{ blockSize: `${share * 100}%` }}
      aria-labelledby={id}
    >
      <header className={styles.head}>
        <div
          className={styles.handle}
          role="slider"
          tabIndex={0}
          aria-label={say('resize')}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={2}
          aria-valuenow={heights.indexOf(height)}
          onKeyDown={handleKey}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onPointerUp={settle}
          onPointerCancel={settle}
        />
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {onClose && <IconButton icon="close" label={say('close')} onClick={onClose} />}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

function nearestHeight(share: number): SheetHeight {
  const distance = (height: SheetHeight) => Math.abs(shares[height] - share);
  return heights.reduce((best, next) => (distance(next) < distance(best) ? next : best), 'peek');
}
