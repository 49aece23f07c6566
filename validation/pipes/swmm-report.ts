// Tables of a SWMM report, in the file's units, and what its last printed digit hides.

export interface ReportTables {
  readonly isUs: boolean;
  /** Maximum depth by node of all steps, and of those that it reports (a minute or five apart). */
  readonly depth: ReadonlyMap<string, number>;
  readonly reportedDepth: ReadonlyMap<string, number>;
  /** Largest flow by link. */
  readonly flow: ReadonlyMap<string, number>;
  /** Flooded volume by node, million litres or gallons. */
  readonly flooded: ReadonlyMap<string, number>;
  /** Its own error of flow routing, %. */
  readonly continuityError: number;
}

export function readReport(text: string): ReportTables {
  const lines = text.split(/\r?\n/);
  const table = (title: string, column: number) =>
    new Map(rowsBelow(lines, title).map((row) => [row[0] ?? '', Number(row[column])]));
  const errors = lines.flatMap(
    (line) => /Continuity Error \(%\) \.+\s+(\S+)/.exec(line)?.[1] ?? [],
  );
  return {
    isUs: /Flow Units \.+ CFS/.test(text),
    depth: table('Node Depth Summary', 3),
    reportedDepth: table('Node Depth Summary', 7),
    flow: table('Link Flow Summary', 2),
    flooded: text.includes('No nodes were flooded') ? new Map() : table('Node Flooding Summary', 5),
    continuityError: Number(errors.at(-1)),
  };
}

/** Rows between the second rule below a title and the next empty line. */
function rowsBelow(lines: readonly string[], title: string): string[][] {
  const start = lines.findIndex((line) => line.trim() === title);
  const rows: string[][] = [];
  let rules = 0;
  for (const line of start < 0 ? [] : lines.slice(start + 2)) {
    if (/^\s*-{10,}/.test(line)) rules++;
    else if (rules >= 2 && (line.trim() === '' || line.includes('***'))) break;
    else if (rules >= 2) rows.push(line.trim().split(/\s+/));
  }
  return rows;
}
