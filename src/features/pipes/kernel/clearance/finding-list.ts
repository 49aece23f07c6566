// Findings of a whole check, kept where they were found: counted, sorted, given out by pages and as a table.

import {
  type ClearanceFinding,
  type ClearanceList,
  type ClearanceListRequest,
  type FindingKind,
  findingKinds,
} from '../../contract/clearance.ts';

export class FindingList {
  #all: ClearanceFinding[] = [];
  #sorted: readonly ClearanceFinding[] | undefined;

  clear(): void {
    this.#all = [];
    this.#sorted = undefined;
  }

  /** Adds and counts. */
  add(findings: readonly ClearanceFinding[]): Record<FindingKind, number> {
    const counts = { clash: 0, vertical: 0, horizontal: 0, cover: 0 };
    for (const finding of findings) {
      counts[finding.kind]++;
      this.#all.push(finding);
    }
    this.#sorted = undefined;
    return counts;
  }

  list({ kind, from, limit }: ClearanceListRequest): ClearanceList {
    const rows = kind ? this.sorted.filter((one) => one.kind === kind) : this.sorted;
    return { total: rows.length, rows: rows.slice(from, from + limit) };
  }

  /** Comma-separated, a line a finding, with a head in English. */
  csv(kind: FindingKind | undefined): string {
    const head =
      'kind,a,b,a utility,b utility,measured m,required m,missing m,heights,longitude,latitude,rule,confirmed';
    const rows = kind ? this.sorted.filter((one) => one.kind === kind) : this.sorted;
    return `${[head, ...rows.map(toLine)].join('\n')}\n`;
  }

  get sorted(): readonly ClearanceFinding[] {
    this.#sorted ??= [...this.#all].sort(
      (a, b) =>
        Number(b.kind === 'clash') - Number(a.kind === 'clash') ||
        missing(b) - missing(a) ||
        findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) ||
        a.aIndex - b.aIndex,
    );
    return this.#sorted;
  }
}

const missing = ({ requiredM, measuredM }: ClearanceFinding) => requiredM - measuredM;

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function toLine(one: ClearanceFinding): string {
  return [
    ...[one.kind, quoted(one.aId), quoted(one.bId), one.aUtility, one.bUtility ?? ''],
    ...[one.measuredM.toFixed(3), one.requiredM.toFixed(2), missing(one).toFixed(3)],
    one.isHeightKnown ? 'surveyed' : 'uncertain',
    ...[one.longitudeDeg.toFixed(7), one.latitudeDeg.toFixed(7), quoted(one.source)],
    one.isToBeConfirmed ? 'to be confirmed' : 'yes',
  ].join(',');
}
