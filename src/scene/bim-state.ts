// How every element of one building model looks, by its row (feature-id set `element` of the tiles): the
// table of `feature-state.ts` with a shader that keeps the elements' own materials.

import {
  Cartesian3,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  UniformType,
  VaryingType,
} from 'cesium';
import type { Preferences } from '#store/preferences.ts';
import { bimFragmentShader, bimVertexShader } from './bim-shader.ts';
import { mendCustomShader } from './custom-shader-fix.ts';
import { SELECTED } from './feature-shader.ts';
import { linear } from './feature-state.ts';
import { StateTable, stateTexture, stateTextureOf, uploadState } from './state-texture.ts';

export interface BimState {
  readonly shader: CustomShader;
  /** The table's texture, for what is drawn beside the tiles; undefined before the first picture. */
  texture(): unknown;
  /** Linear colour of what is selected. */
  accent(): Cartesian3;
  /** Takes over `count × 4` bytes: sRGB colour and flags without the selected bit; copies them. */
  setTable(rgba: Uint8Array): void;
  /** Marks these rows as selected and all others as not. */
  setSelected(rows: readonly number[]): void;
  setTheme(theme: Preferences['theme']): void;
  /** Share of the pixels that is drawn, 0 … 1. */
  setOpacity(opacity: number): void;
  destroy(): void;
}

const palettes = {
  dark: { ghost: '#8d9aa8', accent: '#ff9d2e', sky: 0.5, bounce: 0.3, sun: 0.72 },
  light: { ghost: '#a7b3bf', accent: '#f07800', sky: 0.6, bounce: 0.42, sun: 0.6 },
} as const;

export function createBimState(count: number, theme: Preferences['theme']): BimState {
  mendCustomShader();
  const table = new StateTable(count, SELECTED);
  const colour = () => ({ type: UniformType.VEC3, value: new Cartesian3() });
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    // Glass stays glass: what is translucent is drawn after what is solid.
    translucencyMode: CustomShaderTranslucencyMode.INHERIT,
    uniforms: {
      u_state: { type: UniformType.SAMPLER_2D, value: stateTexture(table.bytes, table.rows) },
      u_ghost: colour(),
      u_accent: colour(),
      u_sky: colour(),
      u_bounce: colour(),
      u_sun: { type: UniformType.FLOAT, value: 0 },
      u_opacity: { type: UniformType.FLOAT, value: 1 },
    },
    varyings: { v_colour: VaryingType.VEC3, v_flags: VaryingType.FLOAT },
    vertexShaderText: bimVertexShader,
    fragmentShaderText: bimFragmentShader,
  });

  let accentColour = new Cartesian3();
  function setTheme(next: Preferences['theme']): void {
    const { ghost, accent, sky, bounce, sun } = palettes[next];
    accentColour = linear(accent);
    shader.setUniform('u_ghost', linear(ghost));
    shader.setUniform('u_accent', accentColour);
    shader.setUniform('u_sky', new Cartesian3(sky * 0.97, sky, sky * 1.05));
    shader.setUniform('u_bounce', new Cartesian3(bounce * 1.04, bounce, bounce * 0.95));
    shader.setUniform('u_sun', sun);
  }
  setTheme(theme);

  return {
    shader,
    texture: () => stateTextureOf(shader),
    accent: () => accentColour,
    setTable(rgba) {
      table.set(rgba);
      uploadState(shader, table.bytes, 0, table.rows);
    },
    setSelected(rows) {
      const changed = table.select(rows);
      if (!changed) return;
      const [first, last] = changed;
      uploadState(shader, table.bytes, first, last + 1 - first);
    },
    setTheme,
    setOpacity: (opacity) => shader.setUniform('u_opacity', opacity),
    destroy: () => shader.destroy(),
  };
}
