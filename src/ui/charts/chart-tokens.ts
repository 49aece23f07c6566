// What a canvas draws with: the tokens as they are computed where it stands.

/** Colours and font of charts in the theme around `element`. */
export function readTokens(element: HTMLElement) {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const sizePx = Number.parseFloat(token('--text-2xs')) * rootPx;
  return {
    rootPx,
    font: `${sizePx}px ${style.fontFamily}`,
    canvasFont: `${sizePx * devicePixelRatio}px ${style.fontFamily}`,
    inkFaint: token('--ink-faint'),
    line: token('--line'),
    accent: token('--accent'),
    warning: token('--warning'),
    critical: token('--critical'),
    series: SERIES.map((name) => token(name)),
  };
}

const SERIES = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'];

export const seriesColour = ({ series }: ReturnType<typeof readTokens>, position: number): string =>
  series[position % SERIES.length] ?? '';

/** The same colour as CSS. */
export const seriesVariable = (position: number): string =>
  `var(${SERIES[position % SERIES.length]})`;

const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3], [12, 3], [4, 6]] as const;

/** Lines differ by their dashes too: colour is never the only sign. */
export const seriesDash = (position: number): readonly number[] =>
  dashes[position % dashes.length] ?? [];
