// GLSL of street lamps: a spark for each head with a glow about it. Afar a lamp is smaller than a pixel; it is drawn
// as large as one and as much fainter.

export const lampAttributes = { corner: 0, head: 1 } as const;

/** Floats of a lamp: east, north, up of its head and a number of its own, 0 … 1. */
export const LAMP_FLOATS = 4;

export const lampVertexShader = /* glsl */ `
in vec2 corner;
in vec4 head;
uniform float u_pixel;
uniform float u_night;
out vec2 v_at;
out vec4 v_light;
out float v_away;
void main() {
  vec4 eye = czm_modelView * vec4(head.xyz, 1.0);
  float away = length(eye.xyz);
  float size = 2.1;
  float least = 2.2 * u_pixel * away;
  float drawn = max(size, least);
  float faint = pow(size / drawn, 1.15);
  // Not all at the same minute: a lamp's own number says when it comes on.
  float burns = smoothstep(head.w * 0.5, head.w * 0.5 + 0.2, u_night);
  v_light = vec4(mix(vec3(1.0, 0.60, 0.25), vec3(1.0, 0.78, 0.52), fract(head.w * 7.0)), burns * max(0.16, faint));
  v_light.a *= smoothstep(9000.0, 4000.0, away);
  v_at = corner;
  v_away = away;
  gl_Position = czm_projection * (eye + vec4(corner * drawn, 0.0, 0.0));
  if (v_light.a < 0.004) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
  else gl_Position.z = clamp(gl_Position.z, -0.999 * gl_Position.w, 0.999 * gl_Position.w);
}`;

export const lampFragmentShader = /* glsl */ `
in vec2 v_at;
in vec4 v_light;
in float v_away;
void main() {
  float depth = czm_unpackDepth(texture(czm_globeDepthTexture, gl_FragCoord.xy / czm_viewport.zw));
  if (depth > 0.0 && depth < 1.0) {
    vec4 solid = czm_windowToEyeCoordinates(gl_FragCoord.xy, depth);
    if (length(solid.xyz / solid.w) < v_away - 1.5) discard;
  }
  float off = length(v_at);
  float core = smoothstep(0.34, 0.1, off);
  float glow = pow(max(0.0, 1.0 - off), 2.6) * 0.55;
  float light = (core + glow) * v_light.a;
  if (light < 0.004) discard;
  out_FragColor = vec4(mix(v_light.rgb, vec3(1.0, 0.95, 0.86), core * 0.7) * light, 0.0);
}`;
