import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Geodetic } from '#model/position.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { type CoordinateStyle, changeWorkbench } from '#store/workbench.ts';
import { Tooltip } from '#ui';
import { useParts } from '../parts.tsx';
import { toDegreesText, toMinutesText } from './coordinate-text.ts';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

type Grid = typeof import('./grid-coordinates.ts');

const cycle: readonly CoordinateStyle[] = ['degrees', 'minutes', 'utm', 'city'];

/** The coordinate under the pointer; each press writes it in the next notation. */
export function CoordinateButton() {
  const { store, pointer } = useParts();
  const say = useText();
  const position = useStore(pointer);
  const style = useAppState(({ workbench }) => workbench.coordinates);
  const crs = useAppState(({ city }) => city?.manifest.crs.horizontal);
  const grid = useGrid(style === 'utm' || style === 'city');
  const next = () => {
    const following = cycle[(cycle.indexOf(style) + 1) % cycle.length];
    if (following) changeWorkbench(store, { coordinates: following });
  };
  return (
    <>
      <Tooltip text={say(messages.coordinate)} side="top">
        <button type="button" className={styles.button} onClick={next}>
          {position ? write(position, style, crs, grid) : say(messages.noPointer)}
        </button>
      </Tooltip>
      {position && (
        <span className={styles.quiet}>{say(messages.ground(position.height.toFixed(1)))}</span>
      )}
    </>
  );
}

function write(
  position: Geodetic,
  style: CoordinateStyle,
  crs: string | undefined,
  grid: Grid | undefined,
): string {
  switch (style) {
    case 'degrees':
      return toDegreesText(position);
    case 'minutes':
      return toMinutesText(position);
    case 'utm':
      return grid?.toUtmText(position) ?? toDegreesText(position);
    case 'city':
      return (crs && grid?.toGridText(position, crs)) ?? toDegreesText(position);
  }
}

/** The projections come when they are first asked for. */
function useGrid(isWanted: boolean): Grid | undefined {
  const [grid, setGrid] = useState<Grid>();
  useEffect(() => {
    if (isWanted) void import('./grid-coordinates.ts').then(setGrid);
  }, [isWanted]);
  return grid;
}
