import type { PartKey } from '../contract.ts';
import { useAnswer, useModels } from './use-line.ts';

export interface ShownStorey {
  /** `<model>/<GlobalId>`, as `BimLook.cutStorey` has it. */
  readonly id: string;
  readonly part: PartKey;
  readonly name: string;
  readonly model: string;
  readonly modelName: string;
  /** Of its floor in the model's frame, m. */
  readonly elevationM: number;
  readonly heightM: number;
}

/** The storeys of all open models, from below; empty until the worker has named them. */
export function useStoreys(): readonly ShownStorey[] {
  const models = useModels();
  const storeys = models.flatMap(({ source, model, base }) =>
    model.storeys.map((storey) => ({ source, storey, index: base + storey.element })),
  );
  const { value: ids } = useAnswer(
    'identify',
    storeys.length === 0 ? undefined : { indices: storeys.map(({ index }) => index) },
  );
  return storeys.flatMap(({ source, storey }, at) => {
    const id = ids?.[at];
    if (!id) return [];
    const { name, elevationM, heightM } = storey;
    const part = id.replace('/', '/element/');
    return { id, part, name, model: source.id, modelName: source.name, elevationM, heightM };
  });
}
