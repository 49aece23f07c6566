import { type RefObject, useLayoutEffect, useState } from 'react';

export interface RowWindow {
  /** First row to draw. */
  readonly start: number;
  /** One past the last row to draw. */
  readonly end: number;
  readonly rowPx: number;
}

const SPARE_ROWS = 6;

/**
 * Which of `count` rows of equal height stand in the scrolled part of `scroller`. The height is that of `probe`,
 * since the root size scales it.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
  count: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 400, rowPx: 28 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const rowPx = probe.current?.offsetHeight || 28;
      setView({ top: element.scrollTop, height: element.clientHeight, rowPx });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    if (probe.current) sizes.observe(probe.current);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, probe]);

  const first = Math.floor(view.top / view.rowPx) - SPARE_ROWS;
  const last = Math.ceil((view.top + view.height) / view.rowPx) + SPARE_ROWS;
  const start = Math.max(0, Math.min(first, count - 1));
  return { start, end: Math.max(start, Math.min(count, last)), rowPx: view.rowPx };
}
