// GLSL of the feature-state material. Colours are linear inside; Cesium encodes them as sRGB afterwards.

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
  v_place = mat3(czm_model) * vsInput.attributes.positionMC + (czm_model[3].xyz - corner);
}`;

const materials = /* glsl */ `
${hash}
// No two neighbours are painted from the same pot: plaster, brick and stone; tile, slate and gravel.
vec3 wallTone(float dice, float shade) {
  vec3 tone = dice < 0.42 ? vec3(1.0, 0.97, 0.92)
    : dice < 0.62 ? vec3(0.98, 0.9, 0.78)
    : dice < 0.76 ? vec3(0.86, 0.62, 0.5)
    : dice < 0.9 ? vec3(0.9, 0.93, 0.97)
    : vec3(0.8, 0.78, 0.74);
  return mix(vec3(1.0), tone, u_variety) * mix(1.0, 0.82 + 0.3 * shade, u_variety);
}

vec3 roofTone(float dice, float shade, float upness) {
  if (upness > 0.985) return mix(vec3(1.0), vec3(0.82, 0.88, 0.95), u_variety) * (0.8 + 0.25 * shade);
  vec3 tone = dice < 0.5 ? vec3(1.05, 0.62, 0.42)
    : dice < 0.72 ? vec3(0.9, 0.5, 0.34)
    : dice < 0.9 ? vec3(0.6, 0.66, 0.74)
    : vec3(0.78, 0.7, 0.6);
  return mix(vec3(1.0), tone, u_variety) * (0.78 + 0.34 * shade);
}

vec3 plainColour(int surface, float upness) {
  float dice = v_dice.x;
  float shade = v_dice.y;
  if (surface == 2) return u_wall * wallTone(dice, shade);
  if (surface == 3) return u_roof * roofTone(fract(dice * 7.3), shade, upness);
  if (surface == 4) return mix(u_wall, vec3(0.10, 0.17, 0.23), 0.75);
  if (surface == 5) return u_wall * 0.55;
  if (surface == 6) return u_wall * vec3(0.42, 0.68, 0.85);
  if (surface == 7) return u_wall * mix(vec3(0.30, 0.47, 0.22), vec3(0.56, 0.62, 0.27), dice) * (0.75 + 0.4 * shade);
  if (surface == 8) return u_wall * 0.6;
  if (surface == 1 || surface == 9) return u_wall * vec3(0.72, 0.70, 0.62);
  return u_wall;
}

// Windows of a wall: how much of the pixel is glass, and the light behind it.
struct Windows { float glass; vec3 glow; };

Windows windowsAt(vec3 place, mat2x3 steps, vec3 up, vec3 outward, float night) {
  vec3 along = normalize(cross(up, outward));
  float office = step(0.72, v_dice.z);
  vec2 size = vec2(mix(2.7, 1.8, office), mix(2.9, 3.5, office));
  vec2 low = vec2(mix(0.26, 0.08, office), 0.3);
  vec2 high = vec2(mix(0.74, 0.92, office), 0.8);
  vec2 width = (abs(vec2(dot(steps[0], along), dot(steps[0], up))) +
    abs(vec2(dot(steps[1], along), dot(steps[1], up)))) / size + 1e-4;
  float sharp = 1.0 - smoothstep(0.35, 0.9, max(width.x, width.y));
  // Too far to tell windows apart, a wall has their mean.
  float share = mix(u_lit.x, u_lit.y, office);
  Windows windows = Windows((high.x - low.x) * (high.y - low.y), vec3(0.0));
  float lit = share * (0.4 + 1.2 * v_dice.y);
  float warmth = v_dice.x;
  if (sharp > 0.0) {
    vec2 cell = vec2(dot(place, along), dot(place, up)) / size;
    vec2 inside = fract(cell);
    vec2 pane = smoothstep(low - width, low + width, inside) - smoothstep(high - width, high + width, inside);
    windows.glass = mix(windows.glass, pane.x * pane.y, sharp);
    if (night > 0.0) {
      vec2 number = floor(cell);
      // Between equal corners a value is only almost the same, which a hash would take for another.
      float index = floor(v_index + 0.5);
      float own = hash(vec3(number.x, number.y, index));
      float storey = hash(vec3(number.y, index, 29.0));
      lit = mix(lit, step(mix(own, storey, 0.75 * office), share), sharp);
      warmth = mix(warmth, fract(own * 57.0), sharp);
    }
  }
  vec3 warm = mix(vec3(1.0, 0.5, 0.17), vec3(1.0, 0.72, 0.4), warmth);
  windows.glow = mix(warm, vec3(0.78, 0.9, 1.0), office * 0.75) * lit * night;
  return windows;
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
  vec3 colour = plainColour(surface, upness);
  if ((flags & ${COLOURED}) != 0) {
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
  float night = 1.0 - smoothstep(0.36, 0.66, strength);
  sky *= mix(vec3(1.0), vec3(0.56, 0.74, 1.12), night);
  vec3 lit = colour * (sky + czm_lightColor * sun * u_sun * (1.0 - 0.35 * night));
  // Asked outside of the branch, where each pixel has its neighbours.
  mat2x3 steps = mat2x3(dFdx(v_place), dFdy(v_place));
  if (surface == 2 && abs(upness) < 0.3 && !isSelected && !isGhost) {
    vec3 upward = normalize(fsInput.attributes.positionWC);
    Windows windows = windowsAt(v_place, steps, upward, czm_inverseViewRotation * normal, night);
    bool isPlain = (flags & ${COLOURED}) == 0;
    lit *= 1.0 - windows.glass * (isPlain ? 0.3 : 0.12) * (1.0 - 0.5 * night);
    lit += windows.glow * windows.glass * (isPlain ? 0.85 : 0.4);
  }

  float rim = pow(1.0 - abs(dot(normal, eye)), 2.5);
  if (isSelected) lit = max(lit, u_accent * 0.5) + u_accent * rim * 0.8;
  material.diffuse = lit;
`;

export const opaqueFragmentShader = `${materials}${shading}}`;

/** Glass: faint where seen face on, denser at grazing angles, so that hulls stay readable over each other. */
export const translucentFragmentShader = `${materials}${shading}
  float glass = mix(u_opacity, 1.0, rim * u_glass);
  material.alpha = isSelected ? max(glass, 0.9) : glass;
}`;
