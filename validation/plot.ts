// Line plots as SVG text for the pages of docs/validation: no dependency, read by any browser.

export interface Line {
  readonly name: string;
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  /** Drawn dashed and black: what was expected. */
  readonly isReference?: boolean;
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly lines: readonly Line[];
}

const SIZE = { width: 720, height: 320, left: 62, right: 150, top: 30, bottom: 44 };
const COLOURS = ['#1f6feb', '#d1570a', '#1a7f37', '#8250df', '#bf3989', '#9a6700', '#0a7ea4'];

export function toSvg({ title, xLabel, yLabel, lines }: Plot): string {
  const { width, height, left, right, top, bottom } = SIZE;
  const x = axis(
    lines.map(({ xs }) => xs),
    left,
    width - right,
  );
  const y = axis(
    lines.map(({ ys }) => ys),
    height - bottom,
    top,
  );
  let colour = 0;
  const drawn = lines.map((line, index) => {
    const stroke = line.isReference ? '#222' : COLOURS[colour++ % COLOURS.length];
    const style = `fill="none" stroke="${stroke}" stroke-width="1.5"${line.isReference ? ' stroke-dasharray="5 3"' : ''}`;
    const textY = top + 8 + index * 16;
    const swatch = `<path d="M${width - right + 10} ${textY - 4}h22" ${style}/>`;
    const name = `<text x="${width - right + 38}" y="${textY}">${inText(line.name)}</text>`;
    return `<path d="${pathOf(line, x.place, y.place)}" ${style}/>${swatch}${name}`;
  });
  const xTicks = x.ticks.map((tick) => {
    const at = x.place(tick).toFixed(1);
    return `<path d="M${at} ${top}V${height - bottom}" stroke="#ddd"/><text x="${at}" y="${height - bottom + 16}" text-anchor="middle">${number(tick)}</text>`;
  });
  const yTicks = y.ticks.map((tick) => {
    const at = y.place(tick).toFixed(1);
    return `<path d="M${left} ${at}H${width - right}" stroke="#ddd"/><text x="${left - 6}" y="${Number(at) + 4}" text-anchor="end">${number(tick)}</text>`;
  });
  const labels = [
    `<text x="${left}" y="18" font-weight="bold">${inText(title)}</text>`,
    `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">${inText(xLabel)}</text>`,
    `<text transform="translate(14 ${height / 2}) rotate(-90)" text-anchor="middle">${inText(yLabel)}</text>`,
  ];
  const parts = [...xTicks, ...yTicks, ...drawn, ...labels].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">\n<rect width="${width}" height="${height}" fill="#fff"/>\n${parts}\n</svg>\n`;
}

function axis(values: readonly ArrayLike<number>[], from: number, to: number) {
  let [least, most] = [Infinity, -Infinity];
  for (const list of values) {
    for (let index = 0; index < list.length; index++) {
      const value = list[index]!;
      if (!Number.isFinite(value)) continue;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  if (!(most > least)) [least, most] = [least - 1, least + 1];
  const rough = (most - least) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let tick = Math.ceil(least / step) * step; tick <= most + step * 1e-9; tick += step)
    ticks.push(tick);
  const place = (value: number) => from + ((value - least) / (most - least)) * (to - from);
  return { ticks, place };
}

/** At most about 400 points a line. */
function pathOf(
  { xs, ys }: Line,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const stride = Math.max(1, Math.floor(xs.length / 400));
  const points: string[] = [];
  for (let index = 0; index < xs.length; index += stride) {
    points.push(`${x(xs[index]!).toFixed(1)} ${y(ys[index]!).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}

const number = (value: number) => String(Number(value.toPrecision(4)));
const inText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
