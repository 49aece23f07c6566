// Materials with their layers, profiles and constituents, as sets; and of each the one that names it.

import type { AttributeSets } from './attribute-sets.ts';
import type { IfcModel } from './ifc-model.ts';
import type { PropertyReader } from './property-reader.ts';
import type { SetStore } from './set-store.ts';
import { convert, type UnitConversions } from './unit-conversion.ts';

export interface ReadMaterial {
  /** Name of the material, or of the thickest layer's; undefined where it has none. */
  readonly name: string | undefined;
  readonly sets: readonly number[];
}

const MATERIAL = 'Material';
const MAX_DEPTH = 4;

interface Part {
  readonly material: string | undefined;
  /** m, or a fraction: the greatest names the whole. */
  readonly weight: number;
}

export function createMaterialReader(
  model: IfcModel,
  store: SetStore,
  reader: PropertyReader,
  attributes: AttributeSets,
  units: UnitConversions,
): (id: number) => ReadMaterial {
  const { cursor } = model;
  const known = new Map<number, ReadMaterial>();
  const propertiesOf = readPropertyRows(model);

  /** Adds the entries of a material definition to the set that is begun. */
  function add(id: number, used: Set<number>, depth = 0): string | undefined {
    const row = model.rowOf(id);
    if (row < 0 || depth > MAX_DEPTH) return undefined;
    switch (model.typeOf(row)) {
      case 'IFCMATERIAL': {
        used.add(id);
        const name = cursor.begin(row).text();
        const [description, category] = [cursor.text(), cursor.text()];
        store.add('Name', name);
        if (description) store.add('Description', description);
        if (category) store.add('Category', category);
        return name;
      }
      case 'IFCMATERIALLAYERSETUSAGE': {
        const set = cursor.begin(row).reference();
        const [direction, sense] = [cursor.word(), cursor.word()];
        const offset = cursor.number();
        const name = add(set, used, depth + 1);
        store.add('Direction', direction);
        store.add('Sense', sense);
        addLength('Offset', offset);
        return name;
      }
      case 'IFCMATERIALLAYERSET': {
        const layers = cursor.begin(row).references();
        addName('Name', cursor.text());
        return addParts(layers, 'Layer', used);
      }
      case 'IFCMATERIALPROFILESETUSAGE':
        return add(cursor.begin(row).reference(), used, depth + 1);
      case 'IFCMATERIALPROFILESETUSAGETAPERING':
        return add(cursor.begin(row).reference(), used, depth + 1);
      case 'IFCMATERIALPROFILESET': {
        addName('Name', cursor.begin(row).text());
        return addParts(cursor.skip().references(), 'Profile', used);
      }
      case 'IFCMATERIALCONSTITUENTSET': {
        addName('Name', cursor.begin(row).text());
        return addParts(cursor.skip().references(), 'Constituent', used);
      }
      case 'IFCMATERIALLIST':
        return addParts(cursor.begin(row).references(), 'Material', used);
      default:
        return addParts([id], 'Part', used);
    }
  }
  function addName(key: string, name: string | undefined): void {
    if (name) store.add(key, name);
  }
  function addLength(key: string, value: number): void {
    const unit = units.ofKind('LENGTHUNIT');
    if (Number.isFinite(value)) store.add(key, convert(value, unit), unit.symbol);
  }

  function addParts(ids: readonly number[], word: string, used: Set<number>): string | undefined {
    let [name, greatest]: [string | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
    let thickness = 0;
    for (const [at, id] of ids.entries()) {
      const part = addPart(id, `${word} ${at + 1}`, used);
      if (word === 'Layer') thickness += part.weight;
      if (part.material !== undefined && part.weight > greatest) {
        [name, greatest] = [part.material, part.weight];
      }
    }
    if (word === 'Layer' && ids.length > 0)
      store.add('Thickness', Number(thickness.toFixed(9)), 'm');
    return name;
  }

  function addPart(id: number, prefix: string, used: Set<number>): Part {
    const row = model.rowOf(id);
    switch (model.typeOf(row)) {
      case 'IFCMATERIAL': {
        const material = nameOf(id, used);
        store.add(prefix, material);
        return { material, weight: 0 };
      }
      case 'IFCMATERIALLAYER':
      case 'IFCMATERIALLAYERWITHOFFSETS': {
        const materialId = cursor.begin(row).reference();
        const raw = cursor.number();
        const ventilated = cursor.word();
        const [name, , category] = [cursor.text(), cursor.text(), cursor.text()];
        const material = nameOf(materialId, used);
        const thickness = Number.isFinite(raw) ? convert(raw, units.ofKind('LENGTHUNIT')) : 0;
        store.add(`${prefix}.Material`, material);
        store.add(`${prefix}.Thickness`, thickness, 'm');
        if (ventilated === 'T') store.add(`${prefix}.IsVentilated`, true);
        addName(`${prefix}.Name`, name);
        addName(`${prefix}.Category`, category);
        return { material, weight: thickness };
      }
      case 'IFCMATERIALPROFILE':
      case 'IFCMATERIALPROFILEWITHOFFSETS': {
        const name = cursor.begin(row).text();
        const materialId = cursor.skip().reference();
        const profileRow = model.rowOf(cursor.reference());
        const category = cursor.skip().text();
        const material = nameOf(materialId, used);
        addName(`${prefix}.Name`, name);
        store.add(`${prefix}.Material`, material);
        if (profileRow >= 0) addName(`${prefix}.Profile`, cursor.begin(profileRow, 1).text());
        addName(`${prefix}.Category`, category);
        return { material, weight: 0 };
      }
      case 'IFCMATERIALCONSTITUENT': {
        const name = cursor.begin(row).text();
        const materialId = cursor.skip().reference();
        const fraction = cursor.number();
        const category = cursor.text();
        const material = nameOf(materialId, used);
        addName(`${prefix}.Name`, name);
        store.add(`${prefix}.Material`, material);
        if (Number.isFinite(fraction)) store.add(`${prefix}.Fraction`, fraction);
        addName(`${prefix}.Category`, category);
        return { material, weight: Number.isFinite(fraction) ? fraction : 0 };
      }
      default:
        return { material: undefined, weight: 0 };
    }
  }
  function nameOf(id: number, used: Set<number>): string | undefined {
    const row = model.rowOf(id);
    if (row < 0) return undefined;
    used.add(id);
    return cursor.begin(row).text();
  }

  return (id) => {
    let material = known.get(id);
    if (!material) {
      const used = new Set<number>([id]);
      store.begin('material', MATERIAL);
      const name = add(id, used);
      const own = store.endUnlessEmpty();
      const further = [...used].flatMap((one) => propertiesOf.get(one) ?? []);
      const sets = further.map((row) =>
        readMaterialProperties(model, store, reader, attributes, row),
      );
      material = { name, sets: own === undefined ? sets : [own, ...sets] };
      known.set(id, material);
    }
    return material;
  };
}

/** Rows of property records by the material that they are about. */
function readPropertyRows(model: IfcModel): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const row of model.rowsDerivedFrom('IFCMATERIALPROPERTIES')) {
    // IFC2X3 begins with the material, IFC4 ends with it.
    const isOld = !isSince4(model, row);
    const material = model.cursor.begin(row, isOld ? 0 : 3).reference();
    const known = rows.get(material) ?? [];
    known.push(row);
    rows.set(material, known);
  }
  return rows;
}

function isSince4(model: IfcModel, row: number): boolean {
  return model.typeOf(row) === 'IFCMATERIALPROPERTIES';
}

function readMaterialProperties(
  model: IfcModel,
  store: SetStore,
  reader: PropertyReader,
  attributes: AttributeSets,
  row: number,
): number {
  const { cursor } = model;
  const type = model.typeOf(row);
  if (type === 'IFCMATERIALPROPERTIES' || type === 'IFCEXTENDEDMATERIALPROPERTIES') {
    const isOld = type === 'IFCEXTENDEDMATERIALPROPERTIES';
    const name = cursor.begin(row, isOld ? 3 : 0).text() ?? model.classes.nameOf(type);
    const properties = cursor.begin(row, isOld ? 1 : 2).references();
    const material = materialName(model, cursor.begin(row, isOld ? 0 : 3).reference());
    store.begin('material', name);
    store.add(MATERIAL, material);
    for (const property of properties) reader.add(property);
    return store.end();
  }
  const material = materialName(model, cursor.begin(row).reference());
  store.begin('material', model.classes.nameOf(type));
  store.add(MATERIAL, material);
  attributes.addAll(row, 1);
  return store.end();
}

function materialName(model: IfcModel, id: number): string | undefined {
  const row = model.rowOf(id);
  return model.typeOf(row) === 'IFCMATERIAL' ? model.cursor.begin(row).text() : undefined;
}
