// Reads one feature by a mapping. What is there but can't be read is counted; nothing is guessed in its place.

import type { PipeStatus } from '#model/pipe-network.ts';
import type { AssumptionList } from '../assumptions.ts';
import type { LayerMapping } from './field-mapping.ts';
import { zeroIsNone } from './known-fields.ts';
import type { LayerFeature } from './layer.ts';
import { isMissing, type ReadLength, readLength, readYear } from './read-value.ts';
import { fieldNames, type SchemaField } from './schema-fields.ts';

/** Highest and lowest level on Earth that a pipe may lie at, m. */
const LEVELS_M = [-450, 6000] as const;
/** No manhole is deeper, m; 99 is how some write that they don't know. */
const DEEPEST_M = 60;

export class LayerValues {
  readonly at: string;
  readonly #feature: LayerFeature;
  readonly #mapping: LayerMapping;
  readonly #assumptions: AssumptionList;
  readonly #number: number;

  constructor(
    feature: LayerFeature,
    mapping: LayerMapping,
    file: string,
    number: number,
    assumptions: AssumptionList,
  ) {
    this.at = `${file}, feature ${number + 1}`;
    this.#feature = feature;
    this.#mapping = mapping;
    this.#assumptions = assumptions;
    this.#number = number;
  }

  get raw(): Readonly<Record<string, unknown>> {
    return this.#feature.properties;
  }

  tell(code: string, en: string, zh: string): void {
    this.#assumptions.add(code, en, zh);
  }

  get id(): string {
    const own = this.text('id') || this.#feature.id;
    if (own !== '') return own;
    this.tell(
      'made-ids',
      '# elements have no id: they are called after their place in the file.',
      '# 个要素没有编号：按其在文件中的序号命名。',
    );
    return `${this.#mapping.layer === 'pipes' ? 'P' : 'N'}-${this.#number + 1}`;
  }

  /** Undefined where it is missing or stands for none. */
  value(field: SchemaField): unknown {
    const rule = this.#mapping.fields[field];
    if (!rule) return undefined;
    const value = this.#feature.properties[rule.source];
    if (value === null || value === undefined) return undefined;
    if (!isMissing(value, this.#mapping.missing, zeroIsNone.includes(field))) return value;
    if (String(value).trim() !== '') {
      const { en, zh } = fieldNames[field];
      this.tell(
        `missing ${field} ${value}`,
        `${en}: # values of ${value} are taken for unknown.`,
        `${zh}：# 个值 ${value} 按未知处理。`,
      );
    }
    return undefined;
  }

  text(field: SchemaField): string {
    const value = this.value(field);
    return value === undefined ? '' : String(value).trim();
  }

  length(field: SchemaField): ReadLength | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const read = readLength(value, this.#mapping.fields[field]?.unit ?? 'm');
    const isTooMuch = field === 'depth' && (read?.metres ?? 0) > DEEPEST_M;
    if (read && Number.isFinite(read.metres) && !isTooMuch) return read;
    return this.#unreadable(field, value);
  }

  level(field: SchemaField): number | undefined {
    const metres = this.length(field)?.metres;
    if (metres === undefined) return undefined;
    if (metres > LEVELS_M[0] && metres < LEVELS_M[1]) return metres;
    return this.#unreadable(field, metres);
  }

  year(field: SchemaField): string | undefined {
    const value = this.value(field);
    return value === undefined ? undefined : (readYear(value) ?? this.#unreadable(field, value));
  }

  get status(): PipeStatus {
    const word = this.text('status').replace(/_/g, ' ');
    if (/aband|dispos|remov|retir|out ?of ?serv|inactive|decom|dead|废弃|停用|报废/i.test(word)) {
      // What is yet to be disposed of still lies there and runs.
      return /to be disposed/i.test(word) ? 'inService' : 'abandoned';
    }
    return /propos|plan|future|design|规划|拟建/i.test(word) ? 'planned' : 'inService';
  }

  get material(): string | undefined {
    const raw = this.text('material');
    if (raw === '') return undefined;
    return MATERIALS.find(([pattern]) => pattern.test(raw))?.[1] ?? raw;
  }

  get roughness(): { readonly model: string; readonly value: number } | undefined {
    const value = Number(this.value('roughness'));
    if (!(value > 0)) return undefined;
    return { model: value < 0.2 ? 'manning' : 'hazen-williams', value };
  }

  #unreadable(field: SchemaField, value: unknown): undefined {
    const { en, zh } = fieldNames[field];
    this.tell(
      `unreadable ${field}`,
      `${en}: # values can’t be read, such as “${clip(value)}” (${this.at}); they are taken for unknown.`,
      `${zh}：# 个值无法读取，例如“${clip(value)}”（${this.at}）；按未知处理。`,
    );
    return undefined;
  }
}

/** Codes of cities → the words of the schema. */
const MATERIALS: readonly (readonly [RegExp, string])[] = [
  [/^(pvc.*|聚氯乙烯)$/i, 'PVC'],
  [/^(hdpe|mdpe|pe\d*|polyethylene|聚乙烯)$/i, 'PE'],
  [/^(pp|polypropylene|聚丙烯)$/i, 'PP'],
  [/^(conr|rcp|rc|reinforced concrete|钢筋混凝土|钢筋砼)$/i, 'reinforced concrete'],
  [/^(con|conc|concrete|cnc|conx|cp|csp?c|混凝土|砼)$/i, 'concrete'],
  [/^(ac|asbestos.*|tr|transite|石棉水泥)$/i, 'asbestos cement'],
  [/^(vct?|vcp|clay|vit.*|vitrified clay|陶土)$/i, 'vitrified clay'],
  [/^(ci|cip|cast iron|灰口铸铁|铸铁)$/i, 'cast iron'],
  [/^(di|dip|ductile iron|球墨铸铁)$/i, 'ductileIron'],
  [/^(st|stl|steel|钢)$/i, 'steel'],
  [/^(csp|cmp|corrugated.*|cor.*metal|波纹钢)$/i, 'corrugated steel'],
  [/^(br|brick|砖)$/i, 'brick'],
];

const clip = (value: unknown): string => {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
};
