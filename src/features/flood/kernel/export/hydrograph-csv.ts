// Depth, level and speed at drawn points and flow through drawn lines over time, as a table for a spreadsheet.

export interface NamedSeries {
  readonly name: string;
  readonly timeS: Float64Array;
  /** Of a point. */
  readonly depthM?: Float32Array | undefined;
  readonly levelM?: Float32Array | undefined;
  readonly speedMs?: Float32Array | undefined;
  /** Of a line. */
  readonly flowM3s?: Float32Array | undefined;
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const figure = (value: number | undefined, decimals: number) =>
  value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toFixed(decimals)));

/** `head`: lines that say what this is, written as comments before the table. Times as seconds and as UTC. */
export function toHydrographCsv(
  series: readonly NamedSeries[],
  startMs: number,
  head: readonly string[],
): string {
  const lines = [
    ...head.map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}`),
    'time_s,time_utc,point,depth_m,level_m,speed_ms,flow_m3s',
  ];
  for (const { name, timeS, depthM, levelM, speedMs, flowM3s } of series) {
    for (const [at, seconds] of timeS.entries()) {
      lines.push(
        [
          figure(seconds, 3),
          new Date(startMs + seconds * 1000).toISOString(),
          quote(name),
          figure(depthM?.[at], 4),
          figure(levelM?.[at], 4),
          figure(speedMs?.[at], 4),
          figure(flowM3s?.[at], 4),
        ].join(','),
      );
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}
