// Cesium 1.145 throws "Cannot read properties of undefined (reading 'class')" when a model with structural
// metadata wears a CustomShader and one of its feature-id sets has no property table
// (CustomShaderPipelineStage, getAllPropertyIds; came with https://github.com/CesiumGS/cesium/pull/13207).
// Our city-wide index is such a set. Until that is mended, the stage only sees the sets that have a table.

import { CustomShaderPipelineStage } from 'cesium';

interface FeatureIdSet {
  readonly propertyTableId: number | undefined;
}

interface FeaturedPrimitive {
  featureIds: readonly FeatureIdSet[];
}

declare module 'cesium' {
  /** Private in Cesium: not in its own types. */
  export const CustomShaderPipelineStage: {
    process(resources: unknown, primitive: FeaturedPrimitive, frameState: unknown): void;
  };
}

let isMended = false;

/** Mends the stage once for the page. */
export function mendCustomShader(): void {
  if (isMended) return;
  isMended = true;
  const { process } = CustomShaderPipelineStage;
  CustomShaderPipelineStage.process = (resources, primitive, frameState) => {
    const all = primitive.featureIds;
    primitive.featureIds = all.filter(({ propertyTableId }) => propertyTableId !== undefined);
    try {
      process(resources, primitive, frameState);
    } finally {
      primitive.featureIds = all;
    }
  };
}
