// GLSL of building elements: their own material, lit as the city around them. Colours are linear inside.

import { COLOURED, GHOST, SELECTED, TABLE_WIDTH, VISIBLE } from './feature-shader.ts';

/** Fifth bit of an element's state: the volume of a room, drawn as glass. */
export const SPACE = 16;

/** A hidden element's triangles shrink to a point, so they are neither drawn, picked nor cast shadows. */
export const bimVertexShader = /* glsl */ `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  int index = vsInput.featureIds.element;
  ivec2 texel = ivec2(index % ${TABLE_WIDTH}, index / ${TABLE_WIDTH});
  vec4 state = texel.y < textureSize(u_state, 0).y
    ? texelFetch(u_state, texel, 0)
    : vec4(0.0, 0.0, 0.0, ${VISIBLE}.0 / 255.0);
  int flags = int(state.a * 255.0 + 0.5);
  bool isShown = (flags & ${VISIBLE}) != 0;
  // A room that is selected shows though rooms do not.
  if ((flags & ${SPACE}) != 0 && (flags & ${SELECTED}) != 0) isShown = true;
  if (!isShown) vsOutput.positionMC = vec3(0.0);
  v_colour = state.rgb;
  v_flags = float(flags);
}`;

export const bimFragmentShader = /* glsl */ `
// Ordered dither, 4 × 4: which share of the pixels stays, whatever lies behind and in whatever order.
float threshold() {
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  int mixed = cell.x ^ cell.y;
  int order = ((mixed & 1) << 3) | ((cell.y & 1) << 2) | (mixed & 2) | ((cell.y & 2) >> 1);
  return (float(order) + 0.5) / 16.0;
}

void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  int flags = int(v_flags + 0.5);
  bool isSelected = (flags & ${SELECTED}) != 0;
  bool isGhost = (flags & ${GHOST}) != 0 && !isSelected;
  bool isSpace = (flags & ${SPACE}) != 0;
  bool isColoured = (flags & ${COLOURED}) != 0;

  vec3 eye = normalize(-fsInput.attributes.positionEC);
  vec3 normal = normalize(fsInput.attributes.normalEC);
  if (dot(normal, eye) < 0.0) normal = -normal;
  vec3 up = normalize(czm_viewRotation * fsInput.attributes.positionWC);
  float upness = dot(normal, up);
  float rim = pow(1.0 - abs(dot(normal, eye)), 2.0);

  float kept = u_opacity;
  if (isGhost) kept *= mix(0.09, 0.5, rim);
  if (threshold() >= kept) discard;

  vec3 colour = material.diffuse;
  if (isColoured) colour = pow(v_colour, vec3(2.2));
  if (isGhost) colour = mix(dot(colour, vec3(0.3, 0.59, 0.11)) * vec3(1.0), u_ghost, 0.75);
  if (isSelected) colour = u_accent;

  float sun = max(dot(normal, czm_lightDirectionEC), 0.0);
  float strength = max(czm_lightColor.r, max(czm_lightColor.g, czm_lightColor.b));
  vec3 sky = mix(u_bounce, u_sky, 0.5 + 0.5 * upness) * (0.3 + 0.7 * strength);
  float night = 1.0 - smoothstep(0.36, 0.66, strength);
  sky *= mix(vec3(1.0), vec3(0.56, 0.74, 1.12), night);
  vec3 lit = colour * (sky + czm_lightColor * sun * u_sun * (1.0 - 0.35 * night));
  // A reading is told by its colour, not by the hour: rooms shine a little of their own.
  if (isSpace) lit = mix(lit, colour * 0.85, 0.6);
  if (isSelected) lit = max(lit, u_accent * 0.5) + u_accent * rim * 0.8;
  material.diffuse = lit;

  if (isSpace) {
    material.alpha = isSelected ? 0.6 : isColoured ? mix(0.42, 0.85, rim) : mix(0.14, 0.5, rim);
  } else if (isSelected) {
    material.alpha = max(material.alpha, 0.85);
  }
  // Ghosts are looked through, so a click goes through them too: picking leaves out what has no alpha, which
  // nothing else reads in the pass of solid things. Glass is drawn in another and goes altogether.
  if (isGhost) {
    if (material.alpha < 1.0) discard;
    material.alpha = 0.0;
  }
}`;
