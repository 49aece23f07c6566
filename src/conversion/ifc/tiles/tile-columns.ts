// The property table of a tile: what a person sees of an element without asking the element table.

import type { TableColumns } from '#contract/binary-table.ts';
import { disciplineIds } from '#model/discipline.ts';
import type { PlannedColumn } from '../../attributes/plan.ts';
import type { ModelTables } from '../parts.ts';
import type { TileTable } from './format-model-tile.ts';

type ValueOf = (element: number) => string | undefined;

/** Of full tiles everything; of coarse ones the id alone, which is a third of what their elements weigh. */
export function planTileTables(tables: ModelTables): { full: TileTable; coarse: TileTable } {
  const { elements, storeys, storeyOf, disciplineOf } = tables;
  const texts = (name: string) => textsOf(elements, name);
  const byCode = (codes: string, names: string): ValueOf => {
    const [code, name] = [numbersOf(elements, codes), texts(names)];
    return (element) => name[code[element]!] || undefined;
  };
  const ids = texts('globalId');
  const names = texts('name');
  const id = toColumn('id', 'text', 'id', []);
  const idOf: ValueOf = (element) => ids[element] || undefined;
  const nameOf: ValueOf = (element) => names[element] || undefined;
  const columns = [
    id,
    toColumn('class', 'category', 'class', texts('classes')),
    nameColumn(names),
    toColumn(
      'storey',
      'category',
      undefined,
      storeys.map((storey) => storey.name),
    ),
    toColumn('type', 'category', undefined, texts('types')),
    toColumn('material', 'category', undefined, texts('materials')),
    toColumn('discipline', 'category', undefined, disciplineIds),
  ];
  return {
    full: {
      columns,
      values: [
        idOf,
        byCode('class', 'classes'),
        nameOf,
        (element) => storeys[storeyOf[element]!]?.name || undefined,
        byCode('type', 'types'),
        byCode('material', 'materials'),
        (element) => disciplineOf[element],
      ],
    },
    coarse: { columns: [id], values: [idOf] },
  };
}

/** A dictionary where names recur, as those of parts of a frame do; else every element has its own. */
function nameColumn(names: readonly string[]): PlannedColumn {
  const distinct = new Set(names);
  const recurs = distinct.size * 2 <= names.length;
  return toColumn('name', recurs ? 'category' : 'text', 'name', recurs ? [...distinct] : []);
}

function toColumn(
  key: string,
  type: 'text' | 'category',
  role: PlannedColumn['role'],
  values: readonly string[],
): PlannedColumn {
  const distinct = [...new Set(values)].filter((value) => value !== '');
  // Codes of categories have two bytes, one code of which means that there is none.
  const isCategory = type === 'category' && distinct.length < 65535;
  return {
    name: key,
    key,
    type: isCategory ? 'category' : 'text',
    role,
    unit: undefined,
    storage: 'FLOAT64',
    noData: undefined,
    values: isCategory ? distinct : [],
    present: 0,
    range: undefined,
  };
}

function textsOf(columns: TableColumns, name: string): readonly string[] {
  const column = columns[name];
  if (Array.isArray(column)) return column;
  throw new Error(`The element table has no texts ${name}.`);
}

function numbersOf(columns: TableColumns, name: string): ArrayLike<number> {
  const column = columns[name];
  if (column && !Array.isArray(column)) return column as ArrayLike<number>;
  throw new Error(`The element table has no numbers ${name}.`);
}
