// What `../shared/data/ifc` holds is not part of the repository: without it there is nothing to test here.
// Counts and values are held against those that the engine gives, entity by entity.

import { afterEach, describe, expect, it } from 'vitest';
import { IFCPRODUCT, IFCPROJECT, IFCRELDEFINESBYPROPERTIES, IFCRELDEFINESBYTYPE } from 'web-ifc';
import { hasSharedFiles, readShared, sharedFiles } from '../../testing/shared-ifc.ts';
import { type IfcEngine, startEngine } from '../engine.ts';
import { closeIfc, openIfc } from '../open.ts';
import type { IfcFile } from '../parts.ts';
import { noGeometry, type ReadModel, readBack } from './a-description.ts';
import { describeModel } from './describe-model.ts';

/** Files that are refused as no IFC. */
const refused = /unknown_schema|empty|not_ifc/;
const readable = sharedFiles.filter((path) => !refused.test(path));

let opened: { readonly engine: IfcEngine; readonly file: IfcFile } | undefined;

async function open(name: string): Promise<{ file: IfcFile; model: ReadModel }> {
  const engine = await startEngine();
  const file = openIfc(engine, readShared(name), name);
  opened = { engine, file };
  return { file, model: readBack(describeModel(file, noGeometry)) };
}

afterEach(() => {
  if (opened) closeIfc(opened.engine, opened.file);
  opened = undefined;
});

interface Fact {
  readonly key: string;
  readonly value: unknown;
}

/** What the engine says of the properties of occurrences and types: element, set, property, value. */
function factsOfEngine({ api, model }: IfcFile, isElement: (id: number) => boolean): Fact[] {
  const facts: Fact[] = [];
  const line = (id: number) => api.GetLine(model, id);
  const rows = (type: number) => {
    const ids = api.GetLineIDsWithType(model, type);
    return Array.from({ length: ids.size() }, (_, at) => line(ids.get(at)));
  };
  function add(element: string, setId: number): void {
    const set = line(setId);
    const parts = set.HasProperties ?? set.Quantities ?? [];
    for (const { value: id } of parts) {
      const part = line(id);
      const quantity = Object.keys(part).find((name) =>
        /^(Length|Area|Volume|Count|Weight|Time)Value$/.test(name),
      );
      const value = quantity ? part[quantity].value : part.NominalValue?.value;
      facts.push({ key: `${element}|${set.Name?.value}|${part.Name.value}`, value });
    }
  }
  for (const relation of rows(IFCRELDEFINESBYPROPERTIES)) {
    for (const { value: id } of relation.RelatedObjects) {
      if (!isElement(id)) continue;
      add(line(id).GlobalId.value, relation.RelatingPropertyDefinition.value);
    }
  }
  for (const relation of rows(IFCRELDEFINESBYTYPE)) {
    const sets = line(relation.RelatingType.value).HasPropertySets ?? [];
    for (const { value: id } of relation.RelatedObjects) {
      for (const { value: set } of sets) add(line(id).GlobalId.value, set);
    }
  }
  return facts.filter(({ key }) => !key.includes('|undefined|'));
}

function factsOfTables({ names, elements, setsOfRow }: ReadModel): Fact[] {
  return names.flatMap((_, row) =>
    setsOfRow(row)
      .filter(({ kind }) => kind === 'property-set' || kind === 'quantity-set')
      .flatMap(({ name, entries }) =>
        Object.entries(entries).map(([key, value]) => ({
          key: `${elements.globalId.at(row)}|${name}|${key}`,
          value: Array.isArray(value) ? value[0] : value,
        })),
      ),
  );
}

/** Numbers of these files are in SI but for angles; of an unknown logical the engine says nothing. */
function isSame(value: unknown, other: unknown): boolean {
  if (value === undefined) return other === undefined || other === 'unknown';
  if (typeof value !== 'number' || typeof other !== 'number') return value === other;
  const inDegrees = (value * Math.PI) / 180;
  return [value, inDegrees].some(
    (one) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)),
  );
}

describe.skipIf(!hasSharedFiles)('the shared files', () => {
  it.each(['Duplex_A_20110907.ifc', 'AC20-FZK-Haus.ifc', 'tested_sample_project.ifc'])(
    '%s: every property of every element is there, with its value',
    async (name) => {
      const { file, model } = await open(name);
      const known = new Map<string, unknown[]>();
      for (const { key, value } of factsOfTables(model)) {
        known.set(key, [...(known.get(key) ?? []), value]);
      }
      const told = factsOfEngine(file, (id) => model.tables.rowOf.has(id));
      expect(told.length).toBeGreaterThan(400);
      const missing = told.filter(({ key, value }) => {
        const values = known.get(key) ?? [];
        return !values.some((one) => isSame(value ?? undefined, one));
      });
      expect(missing).toEqual([]);
      const keys = new Set(told.map(({ key }) => key));
      const invented = [...known.keys()].filter(
        (key) => !keys.has(key) && !/\|Ifc\w+Properties\|/.test(key),
      );
      expect(invented).toEqual([]);
    },
  );

  it.each(readable)('%s: every product has its row, in one tree', async (name) => {
    const { file, model } = await open(name);
    const products = [IFCPRODUCT, IFCPROJECT].flatMap((type) => {
      const ids = file.api.GetLineIDsWithType(file.model, type, true);
      return Array.from({ length: ids.size() }, (_, at) => ids.get(at));
    });
    const expected = products.filter((id) => {
      const type = file.api.GetNameFromTypeCode(file.api.GetLineType(file.model, id));
      return !/Opening|Port$|VoidingFeature|EarthworksCut/.test(type);
    });
    const rows = expected.map((id) => model.tables.rowOf.get(id));
    expect(rows.filter((row) => row === undefined)).toEqual([]);
    expect(model.tables.rowOf.size).toBeGreaterThanOrEqual(new Set(expected).size);

    const { parent, subtreeEnd, count } = model.elements;
    const roots = Array.from(parent.keys()).filter((row) => parent[row] === 0xffffffff);
    expect(roots.reduce((sum, row) => sum + subtreeEnd[row]! - row, 0)).toBe(count);
    if (!name.startsWith('malformed')) expect(roots).toEqual([0]);
    const classes = new Set(
      Array.from({ length: model.elements.classes.count }, (_, at) =>
        model.elements.classes.at(at),
      ),
    );
    const engineClasses = new Set(
      expected.map((id) => file.api.GetNameFromTypeCode(file.api.GetLineType(file.model, id))),
    );
    for (const one of engineClasses) expect([...classes]).toContain(one);
  });
});
