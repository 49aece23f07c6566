// Property sets, quantities, classifications and documents. What several elements share is written once.

import { type Ref, typed, type Value } from '../step/step-file.ts';
import type { Entity, Model } from './model.ts';

/** A value with its IFC measure. */
export type Fact = Value;
export const label = (text: string): Fact => typed('IFCLABEL', text);
export const identifier = (text: string): Fact => typed('IFCIDENTIFIER', text);
export const said = (yes: boolean): Fact => typed('IFCBOOLEAN', yes);
export const count = (value: number): Fact => typed('IFCINTEGER', { written: String(value) });
export const real = (value: number): Fact => typed('IFCREAL', value);
export const lengthM = (value: number): Fact => typed('IFCPOSITIVELENGTHMEASURE', value);
export const areaM2 = (value: number): Fact => typed('IFCAREAMEASURE', value);
export const powerW = (value: number): Fact => typed('IFCPOWERMEASURE', value);
export const pressurePa = (value: number): Fact => typed('IFCPRESSUREMEASURE', value);
export const flowM3s = (value: number): Fact => typed('IFCVOLUMETRICFLOWRATEMEASURE', value);
export const transmittance = (value: number): Fact =>
  typed('IFCTHERMALTRANSMITTANCEMEASURE', value);
export const temperatureC = (value: number): Fact =>
  typed('IFCTHERMODYNAMICTEMPERATUREMEASURE', value);

export type PropertySet = Readonly<Record<string, Fact>>;
export type PropertySets = Readonly<Record<string, PropertySet>>;

/** Name of a quantity to its value: what ends in Area is m², in Volume m³, else m. */
export type Quantities = Readonly<Record<string, number>>;

export interface Facts {
  readonly describe: (sets: PropertySets, ...of: Entity[]) => void;
  /** Written for a type: handed to it, not related. */
  readonly sets: (sets: PropertySets) => Ref[];
  readonly measure: (set: string, quantities: Quantities, ...of: Entity[]) => void;
  /** DIN 276 for elements, DIN 277 for rooms. */
  readonly classify: (system: ClassificationName, code: string, ...of: Entity[]) => void;
  readonly document: (id: string, name: string, purpose: string, ...of: Entity[]) => void;
}

const classifications = {
  'DIN 276': ['2018-12-01', 'Kosten im Bauwesen'],
  'DIN 277': ['2021-08-01', 'Grundflächen und Rauminhalte im Hochbau'],
} as const;
export type ClassificationName = keyof typeof classifications;

/** What the codes that are used here are called in the standards. */
const codeNames: Readonly<Record<string, string>> = {
  '322': 'Flachgründungen und Bodenplatten',
  '331': 'Tragende Außenwände',
  '332': 'Nichttragende Außenwände',
  '333': 'Außenstützen',
  '334': 'Außenwandöffnungen',
  '341': 'Tragende Innenwände',
  '342': 'Nichttragende Innenwände',
  '343': 'Innenstützen',
  '344': 'Innenwandöffnungen',
  '351': 'Deckenkonstruktionen',
  '353': 'Deckenbeläge',
  '354': 'Deckenbekleidungen',
  '359': 'Sonstiges zur KG 350',
  '361': 'Dachkonstruktionen',
  '362': 'Dachöffnungen',
  '411': 'Abwasseranlagen',
  '412': 'Wasseranlagen',
  '422': 'Wärmeverteilnetze',
  '423': 'Raumheizflächen',
  '431': 'Lüftungsanlagen',
  '442': 'Eigenstromversorgungsanlagen',
  '443': 'Niederspannungsschaltanlagen',
  '444': 'Niederspannungsinstallationsanlagen',
  '445': 'Beleuchtungsanlagen',
  '456': 'Gefahrenmelde- und Alarmanlagen',
  '461': 'Aufzugsanlagen',
  '473': 'Medienversorgungsanlagen, Medizin- und labortechnische Anlagen',
  '474': 'Feuerlöschanlagen',
  '477': 'Prozesswärme-, -kälte- und -luftanlagen',
  '479': 'Sonstiges zur KG 470',
  '530': 'Oberbau, Deckschichten',
  '611': 'Allgemeine Ausstattung',
  '612': 'Besondere Ausstattung',
  'NUF 1': 'Wohnen und Aufenthalt',
  'NUF 2': 'Büroarbeit',
  'NUF 3': 'Produktion, Hand- und Maschinenarbeit, Forschung und Entwicklung',
  'NUF 4': 'Lagern, Verteilen und Verkaufen',
  'NUF 5': 'Bildung, Unterricht und Kultur',
  'NUF 6': 'Heilen und Pflegen',
  'NUF 7': 'Sonstige Nutzungen',
  TF: 'Technikfläche',
  VF: 'Verkehrsfläche',
};

export function createFacts(model: Model): Facts {
  const { file, object, relate, associate, spec } = model;
  const written = new Map<string, Entity>();

  function setOf(name: string, properties: PropertySet): Entity {
    const refs = Object.entries(properties).map(([property, value]) =>
      file.share('IFCPROPERTYSINGLEVALUE', property, undefined, value, undefined),
    );
    return once(`${name} ${JSON.stringify(properties)}`, (key) =>
      object('IFCPROPERTYSET', key, name, undefined, refs),
    );
  }
  function once(key: string, write: (key: string) => Entity): Entity {
    const entity = written.get(key) ?? write(key);
    written.set(key, entity);
    return entity;
  }
  function quantity([name, value]: [string, number]): Ref {
    const kind = name.endsWith('Area') ? 'AREA' : name.endsWith('Volume') ? 'VOLUME' : 'LENGTH';
    return file.share(`IFCQUANTITY${kind}`, name, undefined, undefined, value, undefined);
  }
  return {
    describe(sets, ...of) {
      for (const [name, properties] of Object.entries(sets)) {
        relate('IFCRELDEFINESBYPROPERTIES', setOf(name, properties), ...of);
      }
    },
    sets: (sets) => Object.entries(sets).map(([name, properties]) => setOf(name, properties).ref),
    measure(set, quantities, ...of) {
      const refs = Object.entries(quantities).map(quantity);
      const entity = once(`${set} ${JSON.stringify(quantities)}`, (key) =>
        object('IFCELEMENTQUANTITY', key, set, undefined, undefined, refs),
      );
      relate('IFCRELDEFINESBYPROPERTIES', entity, ...of);
    },
    classify(system, code, ...of) {
      const [edition, name] = classifications[system];
      const source = file.share(
        ...(['IFCCLASSIFICATION', 'DIN', edition.slice(0, 7), edition, system, name] as const),
        ...[undefined, undefined],
      );
      const reference = file.share(
        ...(['IFCCLASSIFICATIONREFERENCE', undefined, code, codeNames[code], source] as const),
        ...[undefined, undefined],
      );
      associate('IFCRELASSOCIATESCLASSIFICATION', reference, `${system} ${code}`, ...of);
    },
    document(id, name, purpose, ...of) {
      const information = file.share(
        ...(['IFCDOCUMENTINFORMATION', id, name, undefined] as const),
        ...[`urn:marenholm:dokument:${id}`, purpose, undefined, undefined, spec.version],
        ...Array.from({ length: 4 }, () => undefined),
        ...['application/pdf', undefined, undefined, undefined, { written: '.FINAL.' }],
      );
      const reference = file.share(
        ...(['IFCDOCUMENTREFERENCE', undefined, id, undefined, name, information] as const),
      );
      associate('IFCRELASSOCIATESDOCUMENT', reference, `document ${id}`, ...of);
    },
  };
}
