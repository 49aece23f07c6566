// The numbers of a tile in a few long arrays that all its meshes share: a buffer view each would cost more in
// the JSON chunk than what many a mesh holds.

import type { GlbViews } from '../../gltf/glb.ts';

type Json = Record<string, unknown>;
type Values = Int16Array | Uint16Array | Int8Array | Uint8Array | Uint32Array | Float32Array;

interface Pool {
  readonly parts: Values[];
  length: number;
}

export type PoolKind = 'vertices' | 'normals' | 'triangles' | 'lines';

export class VertexPools {
  readonly #pools = new Map<string, Pool & { readonly kind: PoolKind; readonly stride: number }>();
  readonly #accessors: { readonly pool: string; readonly json: Json }[] = [];

  /** `values` are whole elements of `width` numbers each, of which the first ones of `type` are meant. */
  add(
    kind: PoolKind,
    values: Values,
    width: number,
    type: 'SCALAR' | 'VEC3' | 'VEC4',
    more: Json = {},
  ): number {
    const componentType = componentOf(values);
    const stride = width * values.BYTES_PER_ELEMENT;
    const name = `${kind} ${componentType} ${width} ${more.normalized === true}`;
    let pool = this.#pools.get(name);
    if (!pool) {
      pool = { kind, stride, parts: [], length: 0 };
      this.#pools.set(name, pool);
    }
    const json = {
      ...(pool.length > 0 ? { byteOffset: pool.length * values.BYTES_PER_ELEMENT } : {}),
      componentType,
      count: values.length / width,
      type,
      ...more,
    };
    pool.parts.push(values);
    pool.length += values.length;
    return this.#accessors.push({ pool: name, json }) - 1;
  }

  /** Adds the views; gives the accessors of all that was added, in order. */
  finish(views: GlbViews): Json[] {
    const numbers = new Map<string, number>();
    for (const [name, { kind, stride, parts, length }] of this.#pools) {
      const whole = concatenate(parts, length);
      numbers.set(name, addView(views, kind, whole, stride));
    }
    return this.#accessors.map(({ pool, json }) => ({ bufferView: numbers.get(pool), ...json }));
  }
}

function addView(views: GlbViews, kind: PoolKind, values: Values, stride: number): number {
  switch (kind) {
    case 'vertices':
      return views.addVertices(values, stride);
    case 'normals':
      return views.addNormals(new Int8Array(values.buffer, values.byteOffset, values.byteLength));
    case 'triangles':
    case 'lines': {
      const mode = kind === 'triangles' ? 'TRIANGLES' : 'INDICES';
      return values instanceof Uint16Array
        ? views.addIndices(values, mode)
        : views.addIndices(Uint32Array.from(values), mode);
    }
  }
}

function concatenate(parts: readonly Values[], length: number): Values {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? new Uint8Array(0);
  const whole = new (first.constructor as new (length: number) => Values)(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function componentOf(values: Values): number {
  if (values instanceof Int8Array) return 5120;
  if (values instanceof Uint8Array) return 5121;
  if (values instanceof Int16Array) return 5122;
  if (values instanceof Uint16Array) return 5123;
  return values instanceof Uint32Array ? 5125 : 5126;
}
