// Names and words of elements, and the order in which siblings stand.

import type { IfcModel } from './ifc-model.ts';
import { attributePlaces, type Nodes } from './nodes.ts';
import type { Storeys } from './storeys.ts';
import { type ElementTypes, isPlainWord } from './types.ts';

export interface Elements {
  /** All by node. */
  readonly globalId: readonly string[];
  readonly name: readonly string[];
  readonly label: readonly string[];
  readonly objectType: readonly string[];
  /** Upper case. */
  readonly type: readonly string[];
  /** Has a representation, whatever became of it. */
  readonly isShown: Uint8Array;
  /** Nodes of projects. */
  readonly projects: readonly number[];
  nameOf(node: number): string;
  modelName(file: string): string;
  siblingOrder(storeys: Storeys, order: Int32Array): (a: number, b: number) => number;
}

export function readElements(model: IfcModel, nodes: Nodes, types: ElementTypes): Elements {
  const { cursor } = model;
  const count = nodes.count;
  const texts = () => new Array<string>(count).fill('');
  const [globalId, name, label, objectType, type] = [texts(), texts(), texts(), texts(), texts()];
  const isShown = new Uint8Array(count);
  const projects: number[] = [];
  for (let node = 0; node < count; node++) {
    const row = nodes.row[node]!;
    const places = attributePlaces(model, model.typeOf(row));
    const read = (place: number) => (place < 0 ? undefined : cursor.begin(row, place).text());
    type[node] = model.typeOf(row);
    globalId[node] = cursor.begin(row).text() ?? '';
    name[node] = cursor.skip().text() ?? '';
    label[node] = read(places.label) ?? '';
    const word =
      places.predefinedType < 0 ? undefined : cursor.begin(row, places.predefinedType).word();
    const typeRow = types.typeRow[node]!;
    objectType[node] = isPlainWord(word)
      ? word
      : read(places.objectType) || (typeRow < 0 ? '' : types.purposeOf(typeRow));
    if (places.representation >= 0) {
      isShown[node] = cursor.begin(row, places.representation).reference() === 0 ? 0 : 1;
    }
    if (type[node] === 'IFCPROJECT') {
      isShown[node] = 0;
      projects.push(node);
    }
  }
  const nameOf = (node: number) => name[node] || label[node] || '';
  return {
    ...{ globalId, name, label, objectType, type, isShown, projects, nameOf },
    modelName(file) {
      const building = type.indexOf('IFCBUILDING');
      const candidates = [projects[0] ?? -1, building].filter((node) => node >= 0);
      const named = candidates.flatMap((node) => [label[node]!, name[node]!]).find(saysSomething);
      return named ?? file.replace(/^.*[\\/]/, '').replace(/\.ifc(zip)?$/i, '');
    },
    siblingOrder: ({ elevation }, order) => {
      const classRank = rankClasses(model, type);
      const key = name.map((one, node) => toSortKey(one || label[node]!));
      return (a, b) =>
        classRank[a]! - classRank[b]! ||
        (order[a] !== order[b] ? order[a]! - order[b]! : 0) ||
        (elevation.get(a) ?? 0) - (elevation.get(b) ?? 0) ||
        compareTexts(key[a]!, key[b]!) ||
        compareTexts(globalId[a]!, globalId[b]!) ||
        a - b;
    },
  };
}

/** Not what programs write into an empty field. */
const saysSomething = (name: string) =>
  /[\p{L}\p{N}]/u.test(name) && (name.length > LONGEST_PLACEHOLDER || !placeholder.test(name));

/** The pattern goes back and forth over punctuation: never let it on a long text. */
const LONGEST_PLACEHOLDER = 40;

const gap = '[^\\p{L}\\p{N}]*';
const placeholder = new RegExp(
  `^${gap}(un\\w+|default|new|my|nombre de)?${gap}(project|proyecto|projekt|building|file)?${gap}` +
    `(name|number|status|\\d*)${gap}$`,
  'iu',
);

/** By node: spatial structure before elements, then by name of the class. */
function rankClasses(model: IfcModel, type: readonly string[]): Uint32Array {
  const names = [...new Set(type)].sort((a, b) => {
    const [spatialA, spatialB] = [a, b].map((one) => isSpatial(model, one));
    return Number(spatialB) - Number(spatialA) || compareTexts(a, b);
  });
  const rank = new Map(names.map((one, place) => [one, place]));
  return Uint32Array.from(type, (one) => rank.get(one)!);
}

const isSpatial = (model: IfcModel, type: string) =>
  ['IFCSPATIALSTRUCTUREELEMENT', 'IFCSPATIALELEMENT'].some((one) => model.classes.isA(type, one));

/** Room 2 before room 10. */
const toSortKey = (name: string) => name.replace(/\d+/g, (digits) => digits.padStart(10, '0'));

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
