// The parts of a tile's JSON chunk that are read back, as glTF 2.0 and its extensions name them.

export interface BufferView {
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride?: number;
  readonly extensions?: {
    readonly EXT_meshopt_compression?: {
      readonly byteOffset?: number;
      readonly byteLength: number;
      readonly byteStride: number;
      readonly count: number;
      readonly mode: 'ATTRIBUTES' | 'TRIANGLES' | 'INDICES';
      readonly filter?: 'NONE' | 'OCTAHEDRAL' | 'QUATERNION' | 'EXPONENTIAL';
    };
  };
}

export interface Primitive {
  readonly attributes: Readonly<
    Record<'POSITION' | 'NORMAL' | '_FEATURE_ID_0' | '_FEATURE_ID_1' | '_SURFACE', number>
  >;
  readonly indices: number;
  readonly mode: number;
  readonly extensions: {
    readonly EXT_mesh_features: { readonly featureIds: readonly { featureCount: number }[] };
  };
}

export interface DeclaredProperty {
  readonly type: 'STRING' | 'BOOLEAN' | 'ENUM' | 'SCALAR';
  readonly componentType: NumberType;
  readonly enumType: string;
  readonly noData?: unknown;
}

export interface StoredProperty {
  readonly values: number;
  readonly stringOffsets: number;
  readonly stringOffsetType: NumberType;
}

export interface PropertySchema {
  readonly classes: {
    readonly feature: { readonly properties: Readonly<Record<string, DeclaredProperty>> };
  };
  readonly enums: Readonly<
    Record<
      string,
      {
        readonly valueType: NumberType;
        readonly values: readonly { name: string; value: number }[];
      }
    >
  >;
}

export interface GltfAccessor {
  readonly bufferView: number;
  readonly byteOffset?: number;
  readonly componentType: keyof typeof COMPONENTS;
  readonly count: number;
  readonly type: keyof typeof WIDTHS;
}

/** Where the numbers of any tile lie. */
export interface GltfBuffers {
  readonly bufferViews: readonly BufferView[];
  readonly accessors: readonly GltfAccessor[];
}

export interface Metadata {
  readonly schema: PropertySchema;
  readonly propertyTables: readonly {
    readonly count: number;
    readonly properties: Readonly<Record<string, StoredProperty>>;
  }[];
}

/** A tile of a city. */
export interface GltfJson extends GltfBuffers {
  readonly meshes: readonly { readonly primitives: readonly Primitive[] }[];
  readonly nodes: readonly { readonly mesh: number; readonly matrix: readonly number[] }[];
  readonly extensions: { readonly EXT_structural_metadata: Metadata };
}

/** Array of each glTF component type. */
export const COMPONENTS = {
  5120: Int8Array,
  5121: Uint8Array,
  5122: Int16Array,
  5123: Uint16Array,
  5125: Uint32Array,
  5126: Float32Array,
} as const;

/** Components of each glTF accessor type that tiles use. */
export const WIDTHS = { SCALAR: 1, VEC3: 3, VEC4: 4 } as const;

/** Array of each component type of EXT_structural_metadata. */
export const NUMBERS = {
  INT8: Int8Array,
  UINT8: Uint8Array,
  INT16: Int16Array,
  UINT16: Uint16Array,
  INT32: Int32Array,
  UINT32: Uint32Array,
  FLOAT32: Float32Array,
  FLOAT64: Float64Array,
} as const;
export type NumberType = keyof typeof NUMBERS;
