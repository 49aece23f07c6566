// Layers and their mappings → networks: all layers of one utility together. What a value could not be read for, or
// was left out, is counted and said.

import { InputError } from '#model/input-error.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { AssumptionList } from '../assumptions.ts';
import {
  type ImportedNetwork,
  type ImportedNode,
  type ImportedPipe,
  networkIds,
  type PlanePoint,
} from '../imported-network.ts';
import type { LayerMapping } from './field-mapping.ts';
import type { Layer, LayerFeature } from './layer.ts';
import { LayerValues } from './layer-values.ts';
import { sizeOf } from './pipe-size.ts';

export interface MappedLayer {
  readonly layer: Layer;
  readonly mapping: LayerMapping;
}

/** Throws `InputError` where a layer's utility is not known, or layers of one network lie in different planes. */
export function applyMappings(layers: readonly MappedLayer[]): ImportedNetwork[] {
  const byId = new Map<string, MappedLayer[]>();
  for (const one of layers) {
    const { utility, utilityReason } = one.mapping;
    if (!utility) {
      throw new InputError(
        { file: one.layer.file },
        `${utilityReason}; say what with --utility ${one.layer.file}=storm, or sanitary, water, gas …`,
      );
    }
    const id = networkIds[utility];
    byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return [...byId].map(([id, own]) => toNetwork(id, own));
}

function toNetwork(id: string, layers: readonly MappedLayer[]): ImportedNetwork {
  const [first] = layers;
  if (!first) throw new Error('A network without a layer.');
  const planes = new Set(layers.map(({ layer }) => JSON.stringify(layer.plane)));
  if (planes.size > 1) {
    throw new InputError(
      { file: layers.map(({ layer }) => layer.file).join(', ') },
      'the layers of one network are in different reference systems; expected one.',
    );
  }
  const assumptions = new AssumptionList();
  const ids = new OwnIds(assumptions);
  const nodes: ImportedNode[] = [];
  const pipes: ImportedPipe[] = [];
  for (const { layer, mapping } of layers) {
    tellUtility(layer, mapping, assumptions);
    for (const [at, feature] of layer.features.entries()) {
      const values = new LayerValues(feature, mapping, layer.file, at, assumptions);
      if (mapping.skipsOutOfService && values.status === 'abandoned') {
        assumptions.add(
          'left-out',
          '# elements are out of service, disposed or abandoned: left out.',
          '# 个要素已停用、报废或废弃：未导入。',
        );
        continue;
      }
      if (mapping.layer === 'nodes') nodes.push(...toNodes(feature, values, mapping, ids));
      else pipes.push(...toPipes(feature, values, mapping, ids));
    }
  }
  const utility = commonUtility(layers);
  return {
    id,
    name: utilityNetworks[utility].en,
    utility,
    source: { file: layers.map(({ layer }) => layer.file).join(', '), format: first.layer.format },
    plane: first.layer.plane,
    nodes,
    pipes,
    valves: [],
    devices: [],
    assumptions: assumptions.all,
    mappings: Object.fromEntries(layers.map(({ layer, mapping }) => [layer.file, mapping])),
  };
}

const commonUtility = (layers: readonly MappedLayer[]): UtilityNetwork =>
  layers.find(({ mapping }) => mapping.layer === 'pipes' && mapping.utility !== 'combined')?.mapping
    .utility ??
  layers[0]?.mapping.utility ??
  'water';

function tellUtility(layer: Layer, mapping: LayerMapping, assumptions: AssumptionList): void {
  const { utility, utilityConfidence, utilityReason } = mapping;
  if (utilityConfidence >= 1 || !utility) return;
  const { en, zh } = utilityNetworks[utility];
  assumptions.add(
    `utility ${layer.file}`,
    `${layer.file} is taken for ${en.toLowerCase()} (${utilityReason}).`,
    `${layer.file} 按${zh}处理（依据：${utilityReason}）。`,
    layer.features.length,
  );
}

function toNodes(
  { parts }: LayerFeature,
  values: LayerValues,
  { nodeKind = 'junction' }: LayerMapping,
  ids: OwnIds,
): ImportedNode[] {
  const point = parts[0]?.[0];
  if (!point) return [];
  const rimM = values.level('rim');
  const depthM = values.length('depth')?.metres;
  const invertM =
    values.level('invert') ??
    (rimM === undefined || depthM === undefined ? undefined : rimM - depthM);
  return [
    {
      id: ids.take('nodes', values.id),
      at: values.at,
      kind: nodeKind,
      point: [point[0]!, point[1]!, invertM ?? point[2] ?? Number.NaN],
      rimM,
      invertM,
      raw: values.raw,
    },
  ];
}

function toPipes(
  { parts }: LayerFeature,
  values: LayerValues,
  mapping: LayerMapping,
  ids: OwnIds,
): ImportedPipe[] {
  const lines = parts.filter((line) => line.length > 1);
  const [fromInvertM, toInvertM] = [values.level('fromInvert'), values.level('toInvert')];
  const size = sizeOf(values);
  const half = (size.heightM ?? size.innerM ?? 0) / 2;
  return lines.map((line, part): ImportedPipe => {
    const isWhole = lines.length === 1;
    const plan = withLevels(
      line,
      isWhole ? plus(fromInvertM, half) : undefined,
      isWhole ? plus(toInvertM, half) : undefined,
    );
    return {
      id: ids.take('pipes', isWhole ? values.id : `${values.id}-${part + 1}`),
      at: values.at,
      network: mapping.utility ?? 'water',
      role: values.raw.FUNCTION === 'OVERFLOW' ? 'overflow' : 'main',
      status: values.status,
      from: isWhole ? values.text('fromNode') : '',
      to: isWhole ? values.text('toNode') : '',
      line: plan,
      ...size,
      wallM: values.length('wall')?.metres,
      material: values.material,
      materialRaw: values.text('material') || undefined,
      installDate: values.year('installDate'),
      fromInvertM: isWhole ? fromInvertM : undefined,
      toInvertM: isWhole ? toInvertM : undefined,
      coverM: values.length('cover')?.metres,
      zSource: fromInvertM !== undefined && toInvertM !== undefined ? 'invert' : 'default',
      lengthM: isWhole ? values.length('length')?.metres : undefined,
      roughness: values.roughness,
      owner: values.text('owner') || undefined,
      zone: values.text('zone') || undefined,
      raw: values.raw,
    };
  });
}

const plus = (level: number | undefined, more: number) =>
  level === undefined ? undefined : level + more;

/** Its own z where it has one; else even between the ends that are known. */
function withLevels(
  line: readonly (readonly number[])[],
  fromM: number | undefined,
  toM: number | undefined,
): PlanePoint[] {
  const last = line.length - 1;
  return line.map(([x = 0, y = 0, z], at) => {
    if (fromM !== undefined && toM !== undefined)
      return [x, y, fromM + ((toM - fromM) * at) / last];
    return [x, y, z !== undefined && z !== 0 ? z : Number.NaN];
  });
}

/** Ids of one network, each once in its table. */
class OwnIds {
  readonly #taken = { pipes: new Set<string>(), nodes: new Set<string>() };
  readonly #assumptions: AssumptionList;

  constructor(assumptions: AssumptionList) {
    this.#assumptions = assumptions;
  }

  take(table: 'pipes' | 'nodes', wanted: string): string {
    const taken = this.#taken[table];
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}~${count}`;
    if (id !== wanted) {
      this.#assumptions.add(
        'repeated-ids',
        '# elements have an id that another one has, too: they are numbered ~2, ~3 …',
        '# 个要素的编号重复：依次编为 ~2、~3 等。',
      );
    }
    taken.add(id);
    return id;
  }
}
