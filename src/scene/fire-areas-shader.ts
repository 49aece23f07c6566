// GLSL of areas laid on the ground: tints and hatches of three tiers, from one mask; where tiers overlap the gravest
// counts. Hatches lie on the ground and are as wide everywhere, so that they tell near from far.

import { groundChunk } from './fire-ground-shader.ts';

export const areaFragmentShader = /* glsl */ `
${groundChunk}
uniform sampler2D u_mask;
uniform vec2 u_least2;
uniform vec2 u_span;
// sRGB and alpha by tier.
uniform vec4 u_tiers[3];
// Share of the hatch by tier; 0 none. A third tier is hatched both ways.
uniform vec3 u_hatch;
uniform float u_hatchM;
uniform float u_opacity;
uniform vec4 u_pick;

float stripes(float way, float share) {
  float span = max(fwidth(way), 1e-4);
  float wave = abs(fract(way) - 0.5);
  float edge = 0.5 * share;
  float sharp = 1.0 - smoothstep(edge - span, edge + span, wave);
  return mix(sharp, share, smoothstep(0.25, 0.7, span));
}

void main() {
  float away;
  vec3 place = groundHere(away);
  vec2 share = (place.xy - u_least2) / u_span;
  if (any(lessThan(share, vec2(0.0))) || any(greaterThan(share, vec2(1.0)))) discard;
  vec3 mask = texture(u_mask, vec2(share.x, 1.0 - share.y)).rgb;
  mask = smoothstep(vec3(0.25), vec3(0.75), mask);
  float slant = (place.x + place.y) / u_hatchM;
  float back = (place.x - place.y) / u_hatchM;
  float tint1 = u_tiers[0].a * (1.0 + 2.2 * stripes(slant * 0.5, u_hatch.x) * step(0.01, u_hatch.x));
  float tint2 = u_tiers[1].a * (1.0 + 2.2 * stripes(slant, u_hatch.y) * step(0.01, u_hatch.y));
  float tint3 = u_tiers[2].a * (1.0 + 1.8 * max(stripes(slant, u_hatch.z), stripes(back, u_hatch.z)) * step(0.01, u_hatch.z));
  vec3 colour = u_tiers[0].rgb;
  float alpha = mask.r * tint1;
  colour = mix(colour, u_tiers[1].rgb, mask.g);
  alpha = mix(alpha, tint2, mask.g);
  colour = mix(colour, u_tiers[2].rgb, mask.b);
  alpha = mix(alpha, tint3, mask.b);
  alpha *= u_opacity;
  if (alpha < 0.004) discard;
  out_FragColor = vec4(colour, min(alpha, 0.9));
}`;
