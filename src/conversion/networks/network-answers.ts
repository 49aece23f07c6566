import type { UtilityNetwork } from '#model/utility-network.ts';
import type { LayerMapping } from './layers/field-mapping.ts';
import type { DrawingPlacement } from './place-network.ts';

/** What a person answered so far; plain data, so that it can be kept and sent. */
export interface NetworkAnswers {
  readonly crs?: string | undefined;
  readonly drawing?: DrawingPlacement | undefined;
  readonly utilities: Readonly<Record<string, UtilityNetwork>>;
  readonly mappings: Readonly<Record<string, LayerMapping>>;
  /** Keys of findings (`findingKey`) whose repairs are accepted. */
  readonly accepted: readonly string[];
}

export const noAnswers: NetworkAnswers = { utilities: {}, mappings: {}, accepted: [] };
