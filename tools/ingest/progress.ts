// What a person sees while an ingest runs: bars on a terminal, one line a stage elsewhere.

import cliProgress from 'cli-progress';

export interface Progress {
  start(stage: string, detail: string): void;
  update(stage: string, done: number, total: number): void;
  stop(): void;
}

const LABELS: Readonly<Record<string, string>> = {
  scan: 'Scanning',
  read: 'Reading features',
  tiles: 'Building tiles',
  columns: 'Writing attributes',
  terrain: 'Building terrain',
  basemap: 'Building basemap',
  collections: 'Writing collections',
  models: 'Reading models',
  'model opening': 'Opening model',
  'model geometry': 'Reading shapes',
  'model description': 'Reading properties',
  'model tiles': 'Building tiles',
};

const labelOf = (stage: string) => (LABELS[stage] ?? stage).padEnd(18);

export const silentProgress: Progress = { start() {}, update() {}, stop() {} };

export function createProgress(output: NodeJS.WriteStream): Progress {
  return output.isTTY ? createBars(output) : createLines(output);
}

function createBars(stream: NodeJS.WriteStream): Progress {
  const bars = new cliProgress.MultiBar(
    { stream, hideCursor: true, format: '{label} {bar} {percentage} % · {eta_formatted}' },
    cliProgress.Presets.shades_classic,
  );
  const shown = new Map<string, cliProgress.SingleBar>();
  return {
    start() {},
    update(stage, done, total) {
      let bar = shown.get(stage);
      if (!bar) {
        bar = bars.create(total, 0, { label: labelOf(stage) });
        shown.set(stage, bar);
      }
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bars.stop(),
  };
}

function createLines(stream: NodeJS.WriteStream): Progress {
  const begun = new Set<string>();
  return {
    start(stage, detail) {
      stream.write(`${labelOf(stage)} ${detail}\n`);
    },
    update(stage) {
      if (begun.has(stage)) return;
      begun.add(stage);
      stream.write(`${labelOf(stage).trimEnd()} …\n`);
    },
    stop() {},
  };
}
