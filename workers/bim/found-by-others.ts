import type { Colouring } from '#features/bim/kernel/colouring.ts';
import type { ModelData } from '#features/bim/kernel/model-data.ts';
import type { FoundRows } from '#features/bim/kernel/parts.ts';

/** Results of comparisons and the like, which parts (`<model>/comparison/added`) and colours may name. */
export interface FoundByOthers {
  readonly rows?: FoundRows | undefined;
  readonly colouring?: ((models: readonly ModelData[]) => Colouring | undefined) | undefined;
}
