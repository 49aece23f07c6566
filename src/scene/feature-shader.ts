// GLSL of the feature-state material. Colours are linear inside; Cesium encodes them as sRGB afterwards.

/** Texels in a row of the state table; 2048 keeps 16 million features within every WebGL 2 texture. */
export const TABLE_WIDTH = 2048;

/** Bits of the fourth byte of a feature's state. */
export const VISIBLE = 1;
export const COLOURED = 2;
export const SELECTED = 4;
export const GHOST = 8;

/** A hidden feature's triangles shrink to a point, so they are neither drawn, picked nor cast shadows. */
export const vertexShader = /* glsl */ `
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
}`;

const materials = /* glsl */ `
vec3 plainColour(int surface) {
  if (surface == 2) return u_wall;
  if (surface == 3) return u_roof;
  if (surface == 4) return mix(u_wall, vec3(0.10, 0.17, 0.23), 0.75);
  if (surface == 5) return u_wall * 0.55;
  if (surface == 6) return u_wall * vec3(0.42, 0.68, 0.85);
  if (surface == 7) return u_wall * vec3(0.52, 0.68, 0.38);
  if (surface == 8) return u_wall * 0.6;
  if (surface == 1 || surface == 9) return u_wall * vec3(0.72, 0.70, 0.62);
  return u_wall;
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
  vec3 colour = plainColour(surface);
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
  vec3 lit = colour * (sky + czm_lightColor * sun * u_sun);

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
