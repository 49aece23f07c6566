// GLSL that finds the drawn ground under a pixel. What is painted so lies on the terrain itself, at every level of
// detail: it neither sinks nor floats nor fights with it for depth.

export const groundChunk = /* glsl */ `
// m a pixel is wide at one metre from the eye.
uniform float u_pixel;

// Place in the frame of the command's matrix (east, north, up); away: along the view, m. Discards the sky.
vec3 groundHere(out float away) {
  float depth = czm_unpackDepth(texture(czm_globeDepthTexture, gl_FragCoord.xy / czm_viewport.zw));
  if (depth == 0.0 || depth >= 1.0) discard;
  vec4 eye = czm_windowToEyeCoordinates(gl_FragCoord.xy, depth);
  eye /= eye.w;
  away = -eye.z;
  return (czm_inverseModelView * vec4(eye.xyz, 1.0)).xyz;
}
`;

/** A box about what is painted; its far sides are drawn, so that the eye may be inside. */
export const boxVertexShader = /* glsl */ `
// 0 … 1.
in vec3 corner;
uniform vec3 u_least;
uniform vec3 u_greatest;
void main() {
  gl_Position = czm_modelViewProjection * vec4(mix(u_least, u_greatest, corner), 1.0);
  // Neither tested nor written: it must not be cut where the picture's depth ends.
  gl_Position.z = 0.0;
}`;

export const boxAttributes = { corner: 0 } as const;

/** Corners of a unit cube and its triangles, counterclockwise seen from outside. */
export const cubeCorners = Float32Array.of(
  ...[0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0],
  ...[0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1],
);
export const cubeIndices = Uint32Array.of(
  ...[0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7],
  ...[0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5],
  ...[2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7],
);
