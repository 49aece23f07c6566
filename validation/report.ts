/** What a validation says: a published or exact case, what we got, and the limit it has to keep. */
export interface Report {
  readonly title: string;
  /** Markdown: what is validated, by which method, against which source. */
  readonly intro: string;
  readonly rows: readonly ReportRow[];
  /** Written beside the page, into a folder of the validation's name. */
  readonly plots?: readonly ReportPlot[];
}

export interface ReportPlot {
  /** Name of the file, `ea-4.svg`. */
  readonly file: string;
  readonly title: string;
  readonly svg: string;
}

export interface ReportRow {
  readonly case: string;
  readonly metric: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly pass: boolean;
  /** Where the expected value comes from. */
  readonly source?: string;
}

/** The page of a report: title, introduction, one table line a row, plots from the folder `name`. */
export function toMarkdown({ title, intro, rows, plots = [] }: Report, name = ''): string {
  const failed = rows.filter((row) => !row.pass).length;
  const verdict = failed === 0 ? `All ${rows.length} hold.` : `${failed} of ${rows.length} fail.`;
  const head =
    '| case | metric | value | limit | unit | holds | source |\n|---|---|---:|---:|---|---|---|';
  const lines = rows.map((row) =>
    [
      ...[row.case, row.metric, format(row.value), format(row.limit), row.unit],
      ...[row.pass ? 'yes' : '**no**', row.source ?? ''],
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  const table = [head, ...lines.map((line) => `| ${line} |`)].join('\n');
  const pictures = plots.map((plot) => `\n![${plot.title}](${name}/${plot.file})\n`).join('');
  return `# ${title}\n\n${intro.trim()}\n\n${verdict}\n\n${table}\n${pictures}`;
}

const format = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)));
