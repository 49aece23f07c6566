// Knows CustomShader, which Cesium marks as experimental; the texture inside it is in `state-texture.ts`.
// A table of 4 bytes a feature (red, green, blue, flags) recolours a whole city in one upload.

import {
  Cartesian3,
  Cartesian4,
  Cartographic,
  Color,
  CustomShader,
  CustomShaderTranslucencyMode,
  LightingModel,
  PixelDatatype,
  PixelFormat,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
  Transforms,
  UniformType,
  VaryingType,
} from 'cesium';
import type { Preferences } from '#store/preferences.ts';
import type { Air, AirPlace } from './air.ts';
import type { AirMapData } from './air-map.ts';
import { mendCustomShader } from './custom-shader-fix.ts';
import {
  opaqueFragmentShader,
  SELECTED,
  TABLE_WIDTH,
  translucentFragmentShader,
  vertexShader,
} from './feature-shader.ts';
import { STATE_BYTES, StateTable, stateTexture, uploadState } from './state-texture.ts';

/** How every feature of one city looks, by its city-wide index (`_FEATURE_ID_1` of the tiles). */
export interface FeatureState {
  /** The shader that its tilesets wear now; another object after `setTransparency`. */
  readonly shader: CustomShader;
  /** Takes over `count × 4` bytes: sRGB colour and flags without the selected bit; copies them. */
  setTable(rgba: Uint8Array): void;
  /** Marks these features as selected and all others as not. */
  setSelected(indices: readonly number[]): void;
  setTheme(theme: Preferences['theme']): void;
  /** Shares (0 … 1) of the windows of homes, offices, shops and works behind which light burns at night. */
  setLit(shares: readonly [number, number, number, number]): void;
  /** What each is used for, its age, roof and ground: `count × 4` bytes, see `model/building-traits.ts`. */
  setTraits(bytes: Uint8Array): void;
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

export function createFeatureState(
  count: number,
  theme: Preferences['theme'],
  air: Air,
  middle: AirPlace,
): FeatureState {
  mendCustomShader();
  const table = new StateTable(count, SELECTED);
  const lit = new Cartesian4(0.4, 0.3, 0.6, 0.3);
  const surroundings = surroundingsOf(air, middle, lit);
  const opaque = createShader('opaque', table, theme, surroundings);
  let traits: Uint8Array | undefined;
  let translucent: CustomShader | undefined;
  let isTranslucent = false;
  let shown = theme;

  const light = (shader: CustomShader) => {
    const { lampMap } = air;
    if (lampMap) shader.setUniform('u_light', lightTexture(lampMap));
    shader.setUniform('u_lightAt', lampMap?.at ?? dark);
  };
  const forgetLight = air.lampsChanged.addEventListener(() => {
    light(opaque);
    if (translucent) light(translucent);
  });
  light(opaque);

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
    setLit(shares) {
      // Both shaders hold it.
      Cartesian4.fromElements(...shares, lit);
    },
    setTraits(bytes) {
      const rows = Math.max(1, Math.ceil(bytes.length / STATE_BYTES / TABLE_WIDTH));
      traits = new Uint8Array(TABLE_WIDTH * rows * STATE_BYTES);
      traits.set(bytes);
      for (const shader of [opaque, translucent])
        shader?.setUniform('u_traits', traitsTexture(traits));
    },
    setTransparency(opacity, isXray) {
      isTranslucent = opacity < 1 || isXray;
      if (!isTranslucent) {
        upload(opaque);
        return;
      }
      if (!translucent) {
        translucent = createShader('translucent', table, shown, surroundings);
        if (traits) translucent.setUniform('u_traits', traitsTexture(traits));
        light(translucent);
      }
      upload(translucent);
      translucent.setUniform('u_opacity', isXray ? opacity * XRAY_OPACITY : opacity);
      translucent.setUniform('u_glass', isXray ? 0.75 * opacity : 0);
    },
    destroy() {
      forgetLight();
      opaque.destroy();
      translucent?.destroy();
    },
  };
}

type Surroundings = ReturnType<typeof surroundingsOf>;

/** Where no lamp is known: a place in the dark. */
const dark = new Cartesian4(0, 0, 0, 0);

/** Uniforms that are changed in place by whoever owns them: the air, the hour. */
function surroundingsOf(air: Air, { longitudeDeg, latitudeDeg }: AirPlace, lit: Cartesian4) {
  const vec3 = (value: Cartesian3) => ({ type: UniformType.VEC3, value });
  // As the shader will have it: what a float can't tell is told by the height.
  const exact = Cartesian3.fromDegrees(longitudeDeg, latitudeDeg, 0);
  const middle = new Cartesian3(...[exact.x, exact.y, exact.z].map(Math.fround));
  const frame = Transforms.eastNorthUpToFixedFrame(middle);
  const axis = (at: number) => new Cartesian3(frame[at], frame[at + 1], frame[at + 2]);
  return {
    u_lit: { type: UniformType.VEC4, value: lit },
    u_air: { type: UniformType.VEC4, value: air.state },
    u_zenith: vec3(air.zenith),
    u_horizon: vec3(air.horizon),
    u_glow: vec3(air.glow),
    u_sunward: vec3(air.sun),
    u_middle: vec3(middle),
    u_middleHeight: {
      type: UniformType.FLOAT,
      value: Cartographic.fromCartesian(middle).height,
    },
    u_east: vec3(axis(0)),
    u_north: vec3(axis(4)),
    u_up: vec3(axis(8)),
  };
}

const traitsTexture = (bytes: Uint8Array, width: number = TABLE_WIDTH) =>
  new TextureUniform({
    typedArray: bytes,
    width,
    height: bytes.length / STATE_BYTES / width,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    minificationFilter: TextureMinificationFilter.NEAREST,
    magnificationFilter: TextureMagnificationFilter.NEAREST,
    repeat: false,
  });

const lightTexture = (map: AirMapData | undefined) =>
  new TextureUniform({
    typedArray: map?.texels ?? new Uint8Array(4),
    width: map?.width ?? 1,
    height: map?.height ?? 1,
    pixelFormat: map ? PixelFormat.RG : PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    repeat: false,
  });

function createShader(
  kind: 'opaque' | 'translucent',
  table: StateTable,
  theme: Preferences['theme'],
  surroundings: Surroundings,
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
      u_traits: { type: UniformType.SAMPLER_2D, value: traitsTexture(new Uint8Array(4), 1) },
      u_light: { type: UniformType.SAMPLER_2D, value: lightTexture(undefined) },
      u_lightAt: { type: UniformType.VEC4, value: Cartesian4.clone(dark) },
      ...surroundings,
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
      v_plane: VaryingType.VEC2,
      v_high: VaryingType.FLOAT,
      v_kind: VaryingType.FLOAT,
      v_age: VaryingType.FLOAT,
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
