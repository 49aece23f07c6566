// GLSL of the feature-state material. Colours are linear inside; Cesium encodes them as sRGB afterwards.

import { LOWEST_GROUND_M, roofKinds, useKinds } from '#model/building-traits.ts';
import { airColourChunk } from './air-shader.ts';
import { windowsChunk } from './feature-windows-shader.ts';

/** Texels in a row of the state table; 2048 keeps 16 million features within every WebGL 2 texture. */
export const TABLE_WIDTH = 2048;

/** Bits of the fourth byte of a feature's state. */
export const VISIBLE = 1;
export const COLOURED = 2;
export const SELECTED = 4;
export const GHOST = 8;

const hash = /* glsl */ `
float hash(vec3 p) {
  p = fract(p * vec3(0.1031, 0.1030, 0.0973));
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}`;

/** A hidden feature's triangles shrink to a point, so they are neither drawn, picked nor cast shadows. */
export const vertexShader = /* glsl */ `
${hash}
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  int index = vsInput.featureIds.featureId_1;
  ivec2 texel = ivec2(index % ${TABLE_WIDTH}, index / ${TABLE_WIDTH});
  vec4 state = texel.y < textureSize(u_state, 0).y
    ? texelFetch(u_state, texel, 0)
    : vec4(0.0, 0.0, 0.0, ${VISIBLE}.0 / 255.0);
  int flags = int(state.a * 255.0 + 0.5);
  if ((flags & ${VISIBLE}) == 0) vsOutput.positionMC = vec3(0.0);
  v_colour = state.rgb;
  v_flags = float(flags);
  v_index = float(index);
  v_dice = vec3(hash(vec3(v_index, 3.0, 7.0)), hash(vec3(v_index, 11.0, 5.0)), hash(vec3(v_index, 17.0, 2.0)));
  // Metres along the axes of the Earth, from a corner of a coarse grid: exact enough for a window's frame.
  vec3 corner = floor(czm_model[3].xyz / 4096.0) * 4096.0;
  vec3 local = mat3(czm_model) * vsInput.attributes.positionMC;
  v_place = local + (czm_model[3].xyz - corner);
  // East, north and up of the city's middle; the Earth falls away from its plane.
  vec3 fromMiddle = local + (czm_model[3].xyz - u_middle);
  v_plane = vec2(dot(fromMiddle, u_east), dot(fromMiddle, u_north));
  float height = dot(fromMiddle, u_up) + dot(v_plane, v_plane) / 12742000.0 + u_middleHeight;
  ivec2 known = ivec2(index % ${TABLE_WIDTH}, index / ${TABLE_WIDTH});
  ivec4 traits = known.y < textureSize(u_traits, 0).y && known.x < textureSize(u_traits, 0).x
    ? ivec4(texelFetch(u_traits, known, 0) * 255.0 + 0.5)
    : ivec4(0);
  float ground = float(traits.y + 256 * traits.z) * 0.1 + ${LOWEST_GROUND_M.toFixed(1)};
  v_kind = float(traits.x);
  v_age = float(traits.w);
  v_high = traits.x == 0 ? dot(v_place, normalize(czm_model[3].xyz)) : height - ground;
}`;

const materials = /* glsl */ `
${hash}
// No two neighbours are painted from the same pot, and each age had its own: brick and plaster, then white and grey.
vec3 wallTone(int use, float dice, float shade) {
  vec3 tone;
  if (use == ${useKinds.works}) {
    tone = dice < 0.4 ? vec3(0.72, 0.76, 0.8) : dice < 0.7 ? vec3(0.72, 0.5, 0.42) : vec3(0.82, 0.82, 0.78);
  } else if (use == ${useKinds.worship}) {
    tone = vec3(0.66, 0.4, 0.32);
  } else if (use == ${useKinds.office} || v_age > 3.5) {
    tone = dice < 0.34 ? vec3(0.92, 0.95, 0.98)
      : dice < 0.62 ? vec3(0.74, 0.8, 0.86)
      : dice < 0.8 ? vec3(0.86, 0.8, 0.72)
      : vec3(0.68, 0.52, 0.45);
  } else if (v_age > 0.5 && v_age < 2.5) {
    tone = dice < 0.24 ? vec3(1.0, 0.95, 0.84)
      : dice < 0.42 ? vec3(0.98, 0.85, 0.62)
      : dice < 0.58 ? vec3(0.72, 0.42, 0.33)
      : dice < 0.7 ? vec3(0.94, 0.72, 0.6)
      : dice < 0.82 ? vec3(0.78, 0.84, 0.76)
      : vec3(0.93, 0.92, 0.9);
  } else {
    tone = dice < 0.42 ? vec3(1.0, 0.97, 0.92)
      : dice < 0.62 ? vec3(0.98, 0.9, 0.78)
      : dice < 0.76 ? vec3(0.86, 0.62, 0.5)
      : dice < 0.9 ? vec3(0.9, 0.93, 0.97)
      : vec3(0.8, 0.78, 0.74);
  }
  return mix(vec3(1.0), tone, u_variety) * mix(1.0, 0.82 + 0.3 * shade, u_variety);
}

vec3 roofTone(int roof, int use, float dice, float shade, float upness) {
  float bright = 0.78 + 0.34 * shade;
  if (upness > 0.985 || roof == ${roofKinds.flat}) {
    // Gravel, felt, some metal and some green.
    vec3 flatTone = dice < 0.5 ? vec3(0.78, 0.79, 0.78)
      : dice < 0.72 ? vec3(0.6, 0.63, 0.67)
      : dice < 0.88 ? vec3(0.86, 0.88, 0.92)
      : use == ${useKinds.works} ? vec3(0.7, 0.76, 0.82) : vec3(0.56, 0.64, 0.42);
    return mix(vec3(1.0), flatTone, u_variety) * bright;
  }
  vec3 tone;
  if (roof == ${roofKinds.slate}) {
    tone = dice < 0.22 ? vec3(0.5, 0.74, 0.64) : vec3(0.42, 0.46, 0.53);
  } else {
    tone = dice < 0.46 ? vec3(0.86, 0.42, 0.27)
      : dice < 0.7 ? vec3(0.72, 0.35, 0.24)
      : dice < 0.86 ? vec3(0.46, 0.5, 0.56)
      : vec3(0.58, 0.45, 0.37);
  }
  return mix(vec3(1.0), tone, u_variety) * bright;
}

// Leaves: each tree of its own green, darker below and within, dappled near by; the trunk is bark.
vec3 leafColour(float dice, float shade, float dapple) {
  float crown = v_age > 0.5 ? clamp(v_high * 4.0 / v_age, 0.0, 1.0) : 0.6;
  if (v_age > 0.5 && crown < 0.2) return u_wall * vec3(0.36, 0.28, 0.2);
  vec3 leaf = dice < 0.5 ? mix(vec3(0.22, 0.38, 0.13), vec3(0.34, 0.5, 0.16), dice * 2.0)
    : dice < 0.85 ? mix(vec3(0.18, 0.33, 0.17), vec3(0.42, 0.5, 0.2), (dice - 0.5) * 2.8)
    : vec3(0.5, 0.46, 0.17);
  return u_wall * leaf * (0.72 + 0.4 * shade) * mix(0.6, 1.12, crown) * (0.8 + 0.4 * dapple);
}

vec3 plainColour(int surface, int use, int roof, float upness, float dapple) {
  float dice = v_dice.x;
  float shade = v_dice.y;
  if (surface == 2) return u_wall * wallTone(use, dice, shade);
  if (surface == 3) return u_roof * roofTone(roof, use, fract(dice * 7.3), shade, upness);
  if (surface == 4) return mix(u_wall, vec3(0.10, 0.17, 0.23), 0.75);
  if (surface == 5) return u_wall * 0.55;
  if (surface == 6) return u_wall * vec3(0.42, 0.68, 0.85);
  if (surface == 7) return leafColour(dice, shade, dapple);
  if (surface == 8) return u_wall * 0.6;
  if (surface == 1 || surface == 9) return u_wall * vec3(0.72, 0.70, 0.62);
  return u_wall;
}

${windowsChunk}
${airColourChunk}

// Soft spots half a metre wide.
float dappleAt(vec3 place) {
  vec3 cell = floor(place);
  vec3 t = place - cell;
  t = t * t * (3.0 - 2.0 * t);
  vec4 near = vec4(hash(cell), hash(cell + vec3(1, 0, 0)), hash(cell + vec3(0, 1, 0)), hash(cell + vec3(1, 1, 0)));
  vec4 far = vec4(hash(cell + vec3(0, 0, 1)), hash(cell + vec3(1, 0, 1)), hash(cell + vec3(0, 1, 1)), hash(cell + vec3(1)));
  vec4 mixed = mix(near, far, t.z);
  return mix(mix(mixed.x, mixed.y, t.x), mix(mixed.z, mixed.w, t.x), t.y);
}

// Ordered dither: a ghost keeps this share of its pixels, whatever lies behind and in whatever order.
bool isDithered() {
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  return (cell.x + 2 * cell.y) % 4 != 0 || ((cell.x ^ cell.y) & 1) == 1;
}`;

const shading = /* glsl */ `
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int flags = int(v_flags + 0.5);
  bool isSelected = (flags & ${SELECTED}) != 0;
  bool isGhost = (flags & ${GHOST}) != 0 && !isSelected;
  if (isGhost && isDithered()) discard;

  vec3 eye = normalize(-fsInput.attributes.positionEC);
  vec3 normal = normalize(fsInput.attributes.normalEC);
  if (dot(normal, eye) < 0.0) normal = -normal;
  vec3 up = normalize(czm_viewRotation * fsInput.attributes.positionWC);
  float upness = dot(normal, up);

  int surface = int(fsInput.attributes.surface + 0.5);
  if (surface == 0) surface = upness > 0.5 ? 3 : 2;
  int kind = int(v_kind + 0.5);
  int use = kind & 15;
  if (use == ${useKinds.plant}) surface = 7;
  float away = length(fsInput.attributes.positionEC);
  float dapple = 0.5;
  if (surface == 7 && away < 400.0) dapple = mix(0.5, dappleAt(v_place * 1.7), smoothstep(400.0, 150.0, away));
  vec3 colour = plainColour(surface, use, kind >> 4, upness, dapple);
  bool isPlain = (flags & ${COLOURED}) == 0;
  if (!isPlain) {
    // Walls under a coloured roof are the same hue, darker: form stays readable at any colour.
    float depth = surface == 3 ? 1.0 : surface == 4 ? 0.5 : 0.8;
    colour = pow(v_colour, vec3(2.2)) * depth;
  }
  if (isGhost) colour = mix(colour, u_wall, 0.6);
  if (isSelected) colour = u_accent;

  float sun = max(dot(normal, czm_lightDirectionEC), 0.0);
  float strength = max(czm_lightColor.r, max(czm_lightColor.g, czm_lightColor.b));
  vec3 sky = mix(u_bounce, u_sky, 0.5 + 0.5 * upness) * (0.3 + 0.7 * strength);
  // Nobody lights a lamp by day; even light knows no hour.
  float night = u_air.x;
  float rain = u_air.y;
  sky *= mix(vec3(1.0), vec3(0.56, 0.74, 1.12), night);
  // Between houses less of the sky is seen; the lower, the less.
  float open = isPlain && kind != 0 && surface == 2 ? mix(0.66, 1.0, smoothstep(0.0, 9.0, v_high)) : 1.0;
  vec3 lit = colour * (sky * open * (1.0 + 0.45 * rain) + czm_lightColor * sun * u_sun * (1.0 - 0.35 * night) * (1.0 - 0.75 * rain));
  // Asked outside of the branch, where each pixel has its neighbours.
  mat2x3 steps = mat2x3(dFdx(v_place), dFdy(v_place));
  vec2 rise = vec2(dFdx(v_high), dFdy(v_high));
  vec3 outward = czm_inverseViewRotation * normal;
  vec3 ray = czm_inverseViewRotation * -eye;
  vec3 upward = normalize(fsInput.attributes.positionWC);
  if (surface == 2 && abs(upness) < 0.3 && !isSelected && !isGhost) {
    Windows windows = windowsAt(use, v_place, v_high, steps, rise, upward, outward, night);
    vec3 mirror = reflect(ray, outward);
    float grazing = pow(1.0 - abs(dot(normal, eye)), 3.0);
    // Panes show the sky, or the dark of a room where one looks straight in.
    vec3 seen = airColour(max(dot(mirror, upward), 0.0) + 0.1, dot(mirror, u_sunward));
    vec3 pane = seen * seen * mix(0.3, 0.95, grazing) * (0.75 + 0.5 * v_dice.y);
    lit = mix(lit, isPlain ? pane : lit * 0.82, windows.glass * (isPlain ? 0.8 : 1.0));
    lit += windows.glow * windows.glass * (isPlain ? 0.95 : 0.4);
  }
  if (!isGhost && surface != 3) {
    vec2 forth = vec2(dot(outward, u_east), dot(outward, u_north));
    lit += (colour + 0.04) * lampOn(v_plane, surface == 2 ? forth : vec2(0.0), v_high, night) * (isPlain ? 1.0 : 0.5);
  }

  float rim = pow(1.0 - abs(dot(normal, eye)), 2.5);
  if (isSelected) lit = max(lit, u_accent * 0.5) + u_accent * rim * 0.8;
  // The same haze as the ground's, mixed as it is seen; what is said by colour shines through.
  float haze = (1.0 - exp(-away * u_air.z)) * u_air.w * (isSelected ? 0.2 : isPlain ? 1.0 : 0.6);
  vec3 air = airColour(0.015, dot(ray, u_sunward));
  // Squares and roots for powers of 2.2, at a tenth of their cost.
  vec3 shown = mix(sqrt(max(lit, 0.0)), air * (0.9 + 0.1 * air), haze);
  material.diffuse = shown * shown;
`;

export const opaqueFragmentShader = `${materials}${shading}}`;

/** Glass: faint where seen face on, denser at grazing angles, so that hulls stay readable over each other. */
export const translucentFragmentShader = `${materials}${shading}
  float glass = mix(u_opacity, 1.0, rim * u_glass);
  material.alpha = isSelected ? max(glass, 0.9) : glass;
}`;
