// Knows CustomShader, which Cesium marks as experimental; the texture inside it is in `state-texture.ts`.
// A table of 4 bytes a feature (red, green, blue, flags) recolours a whole city in one upload.

import {
  Cartesian2,
  Cartesian3,
  Color,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  UniformType,
  VaryingType,
} from 'cesium';
import type { Preferences } from '#store/preferences.ts';
import { mendCustomShader } from './custom-shader-fix.ts';
import {
  opaqueFragmentShader,
  SELECTED,
  translucentFragmentShader,
  vertexShader,
} from './feature-shader.ts';
import { StateTable, stateTexture, uploadState } from './state-texture.ts';

/** How every feature of one city looks, by its city-wide index (`_FEATURE_ID_1` of the tiles). */
export interface FeatureState {
  /** The shader that its tilesets wear now; another object after `setTransparency`. */
  readonly shader: CustomShader;
  /** Takes over `count × 4` bytes: sRGB colour and flags without the selected bit; copies them. */
  setTable(rgba: Uint8Array): void;
  /** Marks these features as selected and all others as not. */
  setSelected(indices: readonly number[]): void;
  setTheme(theme: Preferences['theme']): void;
  /** Shares (0 … 1) of the windows of homes and of offices behind which light burns at night. */
  setLit(homes: number, offices: number): void;
  /** Opacity 0 … 1; x-ray makes hulls of glass, so that what is behind and below shows. */
  setTransparency(opacity: number, isXray: boolean): void;
  destroy(): void;
}

const palettes = {
  dark: {
    wall: '#c2beb8',
    roof: '#b3a493',
    accent: '#ff9d2e',
    sky: 0.3,
    bounce: 0.16,
    sun: 0.8,
    variety: 0.75,
  },
  light: {
    wall: '#fbf8f3',
    roof: '#ecdcc8',
    accent: '#f07800',
    sky: 0.5,
    bounce: 0.36,
    sun: 0.62,
    variety: 0.6,
  },
} as const;

const XRAY_OPACITY = 0.22;

export function createFeatureState(count: number, theme: Preferences['theme']): FeatureState {
  mendCustomShader();
  const table = new StateTable(count, SELECTED);
  const opaque = createShader('opaque', table, theme);
  let translucent: CustomShader | undefined;
  let isTranslucent = false;
  let shown = theme;
  let lit = new Cartesian2(0.4, 0.3);

  const active = () => (isTranslucent && translucent ? translucent : opaque);
  const upload = (shader: CustomShader, first = 0, last = table.rows - 1) =>
    uploadState(shader, table.bytes, first, last + 1 - first);

  return {
    get shader() {
      return active();
    },
    setTable(rgba) {
      table.set(rgba);
      upload(active());
    },
    setSelected(indices) {
      const changed = table.select(indices);
      if (changed) upload(active(), ...changed);
    },
    setTheme(next) {
      shown = next;
      paint(opaque, next);
      if (translucent) paint(translucent, next);
    },
    setLit(homes, offices) {
      lit = new Cartesian2(homes, offices);
      opaque.setUniform('u_lit', lit);
      translucent?.setUniform('u_lit', lit);
    },
    setTransparency(opacity, isXray) {
      isTranslucent = opacity < 1 || isXray;
      if (!isTranslucent) {
        upload(opaque);
        return;
      }
      translucent ??= createShader('translucent', table, shown);
      translucent.setUniform('u_lit', lit);
      upload(translucent);
      translucent.setUniform('u_opacity', isXray ? opacity * XRAY_OPACITY : opacity);
      translucent.setUniform('u_glass', isXray ? 0.75 * opacity : 0);
    },
    destroy() {
      opaque.destroy();
      translucent?.destroy();
    },
  };
}

function createShader(
  kind: 'opaque' | 'translucent',
  table: StateTable,
  theme: Preferences['theme'],
): CustomShader {
  const isOpaque = kind === 'opaque';
  const colour = { type: UniformType.VEC3, value: new Cartesian3() };
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    translucencyMode: isOpaque
      ? CustomShaderTranslucencyMode.OPAQUE
      : CustomShaderTranslucencyMode.TRANSLUCENT,
    uniforms: {
      u_state: { type: UniformType.SAMPLER_2D, value: stateTexture(table.bytes, table.rows) },
      u_wall: { ...colour, value: new Cartesian3() },
      u_roof: { ...colour, value: new Cartesian3() },
      u_accent: { ...colour, value: new Cartesian3() },
      u_sky: { ...colour, value: new Cartesian3() },
      u_bounce: { ...colour, value: new Cartesian3() },
      u_sun: { type: UniformType.FLOAT, value: 0 },
      u_variety: { type: UniformType.FLOAT, value: 0 },
      u_lit: { type: UniformType.VEC2, value: new Cartesian2(0.4, 0.3) },
      ...(!isOpaque && {
        u_opacity: { type: UniformType.FLOAT, value: 1 },
        u_glass: { type: UniformType.FLOAT, value: 0 },
      }),
    },
    varyings: {
      v_colour: VaryingType.VEC3,
      v_flags: VaryingType.FLOAT,
      v_index: VaryingType.FLOAT,
      v_dice: VaryingType.VEC3,
      v_place: VaryingType.VEC3,
    },
    vertexShaderText: vertexShader,
    fragmentShaderText: isOpaque ? opaqueFragmentShader : translucentFragmentShader,
  });
  paint(shader, theme);
  return shader;
}

function paint(shader: CustomShader, theme: Preferences['theme']): void {
  const palette = palettes[theme];
  shader.setUniform('u_wall', linear(palette.wall));
  shader.setUniform('u_roof', linear(palette.roof));
  shader.setUniform('u_accent', linear(palette.accent));
  // Light from the sky is a little blue, light thrown back by the ground a little warm.
  const { sky, bounce } = palette;
  shader.setUniform('u_sky', new Cartesian3(sky * 0.95, sky, sky * 1.07));
  shader.setUniform('u_bounce', new Cartesian3(bounce * 1.04, bounce, bounce * 0.95));
  shader.setUniform('u_sun', palette.sun);
  shader.setUniform('u_variety', palette.variety);
}

export function linear(css: string): Cartesian3 {
  const { red, green, blue } = Color.fromCssColorString(css);
  return new Cartesian3(red ** 2.2, green ** 2.2, blue ** 2.2);
}
