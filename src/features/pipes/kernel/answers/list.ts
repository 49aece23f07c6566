// Pages of a sortable table: every thing on the globe is also in a list.

import { fold } from '#model/fold.ts';
import { linkKinds, nodeKinds } from '#model/pipe-network.ts';
import type { ElementKind, ListKind, ListPage, ListRequest } from '../../contract/answers.ts';
import { nameElement } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { type Column, columns } from './columns.ts';

const kindOf: Readonly<Record<ListKind, ElementKind>> = {
  pipes: 'link',
  devices: 'link',
  valves: 'valve',
  hydrants: 'node',
  customers: 'node',
  tanks: 'node',
  sources: 'node',
  nodes: 'node',
};

/** Columns that say something of this kind, in order. */
const shown: Readonly<Record<ListKind, readonly string[]>> = {
  pipes: [
    ...['role', 'material', 'length', 'innerDiameter', 'year', 'cover', 'slope', 'zone'],
    ...['status', 'closed'],
  ],
  devices: ['type', 'innerDiameter', 'closed', 'oneWay', 'zone'],
  valves: ['type', 'link', 'closed', 'operable', 'exercised', 'diameter', 'turns', 'access'],
  hydrants: ['groundLevel', 'depth'],
  customers: ['customers', 'demand', 'critical', 'groundLevel'],
  tanks: ['type', 'groundLevel', 'invertLevel'],
  sources: ['type', 'groundLevel', 'invertLevel'],
  nodes: ['type', 'groundLevel', 'invertLevel', 'depth', 'customers', 'demand'],
};

interface Row {
  readonly known: KnownNetwork;
  readonly row: number;
}

export function listElements(networks: readonly KnownNetwork[], request: ListRequest): ListPage {
  const kind = kindOf[request.kind];
  const picked = columns[kind].filter(({ name }) => shown[request.kind].includes(name));
  const rows = networks
    .filter(({ network }) => request.network === undefined || network.id === request.network)
    .flatMap((known) => rowsOf(known, request.kind));
  const found = filterRows(rows, kind, picked, request.query);
  sortRows(found, kind, picked, request);
  return {
    total: found.length,
    columns: picked.map(({ name, unit }) => ({ name, unit })),
    rows: found.slice(request.from, request.from + request.limit).map(({ known, row }) => ({
      ...nameElement(known, { kind, row }),
      values: picked.map(({ read }) => read(known, row)),
    })),
  };
}

function rowsOf(known: KnownNetwork, kind: ListKind): Row[] {
  const { links, nodes, valves } = known.network;
  const pick = (count: number, test: (row: number) => boolean) => {
    const rows: Row[] = [];
    for (let row = 0; row < count; row++) if (test(row)) rows.push({ known, row });
    return rows;
  };
  const nodeKind = (row: number) => nodeKinds[nodes.kind[row]!];
  const isPipe = (row: number) => linkKinds[links.kind[row]!] === 'pipe';
  switch (kind) {
    case 'pipes':
      return pick(links.ids.length, isPipe);
    case 'devices':
      return pick(links.ids.length, (row) => !isPipe(row));
    case 'valves':
      return pick(valves.ids.length, () => true);
    case 'hydrants':
      return pick(nodes.ids.length, (row) => nodeKind(row) === 'hydrant');
    case 'customers':
      return pick(nodes.ids.length, (row) => nodes.customers[row]! > 0);
    case 'tanks':
      return pick(
        nodes.ids.length,
        (row) => nodeKind(row) === 'tank' || nodeKind(row) === 'storage',
      );
    case 'sources':
      return pick(nodes.ids.length, (row) => nodes.isSource[row] === 1);
    case 'nodes':
      return pick(nodes.ids.length, () => true);
  }
}

function filterRows(
  rows: Row[],
  kind: ElementKind,
  picked: readonly Column[],
  query: string | undefined,
): Row[] {
  const words = fold(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ known, row }) => {
    const { id } = nameElement(known, { kind, row });
    const values = picked
      .map(({ read }) => read(known, row))
      .filter((one) => typeof one === 'string');
    const text = fold([id, ...values].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** What is not known comes last, whichever way. */
function sortRows(
  rows: Row[],
  kind: ElementKind,
  picked: readonly Column[],
  { sortBy, isDescending = false }: ListRequest,
): void {
  if (sortBy === undefined) return;
  const column = picked.find(({ name }) => name === sortBy);
  const read = ({ known, row }: Row) =>
    column ? column.read(known, row) : nameElement(known, { kind, row }).id;
  if (!column && sortBy !== 'id') return;
  const keyed = rows.map((row) => ({ row, value: read(row) }));
  const isLost = (value: number | string) => value === '' || Number.isNaN(value);
  const collator = new Intl.Collator('en', { numeric: true });
  keyed.sort((a, b) => {
    if (isLost(a.value) || isLost(b.value))
      return Number(isLost(a.value)) - Number(isLost(b.value));
    const way = isDescending ? -1 : 1;
    if (typeof a.value === 'number' && typeof b.value === 'number')
      return way * (a.value - b.value);
    return way * collator.compare(String(a.value), String(b.value));
  });
  for (const [at, { row }] of keyed.entries()) rows[at] = row;
}
