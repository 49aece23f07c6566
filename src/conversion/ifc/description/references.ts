// Classifications and documents that elements refer to.

import type { IfcModel } from './ifc-model.ts';
import type { SetStore } from './set-store.ts';

export interface ReadClassification {
  readonly set: number;
  /** `Uniclass 2015: Ss_25_10 Wall systems`. */
  readonly title: string;
}

const MAX_DEPTH = 16;
const CLASSIFICATION = 'Classification';
const DOCUMENT = 'Document';

/** By the number of what IfcRelAssociatesClassification names. */
export function createClassificationReader(
  model: IfcModel,
  store: SetStore,
): (id: number) => ReadClassification | undefined {
  const { cursor } = model;
  const known = new Map<number, ReadClassification | undefined>();

  /** Adds what a classification system says of itself; returns its name. */
  function systemOf(id: number): readonly (readonly [string, string])[] {
    const row = model.rowOf(id);
    if (model.typeOf(row) !== 'IFCCLASSIFICATION') return [];
    const [source, edition] = [cursor.begin(row).text(), cursor.text()];
    const name = cursor.skip().text();
    return [
      ...(name ? [['System', name] as const] : []),
      ...(edition ? [['Edition', edition] as const] : []),
      ...(source ? [['Publisher', source] as const] : []),
    ];
  }
  function read(id: number): ReadClassification | undefined {
    const row = model.rowOf(id);
    const type = model.typeOf(row);
    if (type === 'IFCCLASSIFICATION') {
      const system = systemOf(id);
      return toResult(system, undefined, undefined, []);
    }
    if (type === 'IFCCLASSIFICATIONNOTATION') {
      const facets = cursor.begin(row).references();
      const code = facets
        .flatMap((facet) => {
          const facetRow = model.rowOf(facet);
          return facetRow < 0 ? [] : [cursor.begin(facetRow).text() ?? ''];
        })
        .join('');
      return toResult([], code, undefined, []);
    }
    if (!model.isA(row, 'IFCEXTERNALREFERENCE')) return undefined;
    const [location, code, name] = [cursor.begin(row).text(), cursor.text(), cursor.text()];
    let source = cursor.reference();
    const description = cursor.text();
    const path: string[] = [];
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      const above = model.rowOf(source);
      if (model.typeOf(above) !== 'IFCCLASSIFICATIONREFERENCE') break;
      const [upperCode, upperName] = [cursor.begin(above, 1).text(), cursor.text()];
      path.unshift([upperCode, upperName].filter(Boolean).join(' '));
      source = cursor.reference();
    }
    return toResult(systemOf(source), code, name, [
      ...(path.length > 0 ? [['Path', path.join(' / ')] as const] : []),
      ...(description ? [['Description', description] as const] : []),
      ...(location ? [['Location', location] as const] : []),
    ]);
  }
  function toResult(
    system: readonly (readonly [string, string])[],
    code: string | undefined,
    name: string | undefined,
    further: readonly (readonly [string, string])[],
  ): ReadClassification {
    const systemName = system.find(([key]) => key === 'System')?.[1];
    store.begin('classification', systemName ?? CLASSIFICATION);
    if (code) store.add('Code', code);
    if (name) store.add('Name', name);
    for (const [key, value] of [...system, ...further]) store.add(key, value);
    const own = [code, name].filter(Boolean).join(' ');
    const title = [systemName, own].filter(Boolean).join(': ');
    return { set: store.end(), title: title || CLASSIFICATION };
  }
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
}

/** By the number of what IfcRelAssociatesDocument names: the row of the document's set. */
export function createDocumentReader(
  model: IfcModel,
  store: SetStore,
): (id: number) => number | undefined {
  const { cursor } = model;
  const known = new Map<number, number | undefined>();
  const documents = readDocumentsOfReferences(model);

  function addInformation(id: number): void {
    const row = model.rowOf(id);
    if (model.typeOf(row) !== 'IFCDOCUMENTINFORMATION') return;
    const attributes = model.classes.attributesOf('IFCDOCUMENTINFORMATION');
    const values = cursor.begin(row).values();
    for (const [at, value] of values.entries()) {
      const name = attributes[at]?.name;
      if (name === undefined || value === undefined) continue;
      if (typeof value === 'string') store.add(renamed[name] ?? name, value);
      else if (typeof value === 'object' && 'word' in value) store.add(name, value.word);
    }
  }
  function read(id: number): number | undefined {
    const row = model.rowOf(id);
    const type = model.typeOf(row);
    if (type === 'IFCDOCUMENTINFORMATION') {
      store.begin('document', DOCUMENT);
      addInformation(id);
      return store.end();
    }
    if (!model.isA(row, 'IFCEXTERNALREFERENCE')) return undefined;
    const [location, code, name] = [cursor.begin(row).text(), cursor.text(), cursor.text()];
    const description = cursor.text();
    const information = cursor.reference() || documents.get(id);
    store.begin('document', DOCUMENT);
    if (name) store.add('Name', name);
    if (code) store.add('Identification', code);
    if (location) store.add('Location', location);
    if (description) store.add('Description', description);
    if (information !== undefined) addInformation(information);
    return store.end();
  }
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
}

const renamed: Readonly<Record<string, string>> = { DocumentId: 'Identification' };

/** IFC4 points from the reference to the document, IFC2X3 from the document to its references. */
function readDocumentsOfReferences(model: IfcModel): ReadonlyMap<number, number> {
  const documents = new Map<number, number>();
  for (const row of model.rowsOf('IFCDOCUMENTINFORMATION')) {
    for (const reference of model.cursor.begin(row, 3).references()) {
      documents.set(reference, model.idOf(row));
    }
  }
  return documents;
}
