// GLSL of a flood's surface: a tile's mesh lifted to the water's level. Lengths are m, levels are in the city's own
// vertical reference system, cells count from the raster's north-west corner.

import { FILM_MM, LEAST_DEPTH_M } from './flood-format.ts';

export const floodAttributes = { corner: 0 } as const;

/** Beds and values of maps that are not known are stored as this. */
export const UNKNOWN_M = 1e30;

/** Reads bed and water of cells; shared by both stages. */
export const floodCellsChunk = /* glsl */ `
uniform highp sampler2D u_bed;
uniform highp sampler2D u_depth;
uniform highp sampler2D u_velocity;
uniform highp sampler2D u_map;
// Width and height in cells.
uniform vec2 u_size;
uniform float u_isMap;
// Whether the map holds depths, so that the surface stands as high as they say.
uniform float u_isDepthMap;

ivec2 insideGrid(vec2 cell) { return ivec2(clamp(cell, vec2(0.0), u_size - 1.0)); }

float bedOf(ivec2 cell) { return texelFetch(u_bed, cell, 0).r; }

float depthOf(ivec2 cell) {
  vec2 bytes = texelFetch(u_depth, cell, 0).rg;
  return (bytes.r + bytes.g * 256.0) * 0.255;
}

vec2 velocityOf(ivec2 cell) {
  vec4 bytes = floor(texelFetch(u_velocity, cell, 0) * 255.0 + 0.5);
  vec2 cms = bytes.xz + bytes.yw * 256.0;
  return (cms - step(32768.0, cms) * 65536.0) * 0.01;
}

float mapOf(ivec2 cell) { return texelFetch(u_map, cell, 0).r; }

bool isKnown(float bed) { return bed < 1e29; }

// How high the surface stands over the bed of a cell; 0 where there is none.
float coverOf(ivec2 cell) {
  float cover = depthOf(cell);
  if (u_isMap > 0.5 && u_isDepthMap > 0.5) {
    float value = mapOf(cell);
    cover = value > 0.0 && isKnown(value) ? value : 0.0;
  }
  return cover;
}
const float FILM = ${(FILM_MM / 1000).toFixed(4)};
const float LEAST_DEPTH = ${LEAST_DEPTH_M.toFixed(4)};
`;

export const floodVertexShader = /* glsl */ `
// In cells from the tile's north-west corner.
in vec2 corner;
${floodCellsChunk}
uniform vec2 u_firstCell;
// Corners of the tile from its middle, Earth's axes, at u_base above the zero of levels.
uniform vec3 u_northWest;
uniform vec3 u_northEast;
uniform vec3 u_southWest;
uniform vec3 u_southEast;
uniform vec3 u_up;
uniform float u_base;
// How much the Earth bulges between the corners, along x and y.
uniform vec2 u_bulge;
uniform float u_tile;
uniform float u_step;
uniform float u_cellM;
uniform float u_pixel;
out vec2 v_cell;
out vec3 v_normal;
out vec3 v_place;

// Level of the water at a corner of cells: x; y: how many of the cells about it have water.
vec2 levelAt(vec2 at) {
  float level = 0.0;
  float wet = 0.0;
  for (int k = 0; k < 4; k++) {
    ivec2 cell = insideGrid(at + vec2(float(k & 1), float(k >> 1)) - 1.0);
    float bed = bedOf(cell);
    float cover = coverOf(cell);
    if (cover >= FILM && isKnown(bed)) {
      level += bed + cover;
      wet += 1.0;
    }
  }
  return vec2(level / max(wet, 1.0), wet);
}

float bedAt(vec2 at) {
  float bed = 0.0;
  float known = 0.0;
  for (int k = 0; k < 4; k++) {
    float one = bedOf(insideGrid(at + vec2(float(k & 1), float(k >> 1)) - 1.0));
    if (isKnown(one)) {
      bed += one;
      known += 1.0;
    }
  }
  return known > 0.0 ? bed / known : u_base;
}

// Beside the water its level goes on, so that the shore is where it meets the bed.
float surfaceAt(vec2 at) {
  vec2 here = levelAt(at);
  if (here.y > 0.0) return here.x;
  float level = 0.0;
  float wet = 0.0;
  for (int k = 0; k < 8; k++) {
    int ring = k < 4 ? k : k + 1;
    vec2 other = levelAt(at + u_step * vec2(float(ring % 3 - 1), float(ring / 3 - 1)));
    level += other.x * other.y;
    wet += other.y;
  }
  return wet > 0.0 ? level / wet : bedAt(at);
}

void main() {
  vec2 at = u_firstCell + corner;
  v_cell = at;
  vec2 share = corner / u_tile;
  bool isDraped = u_isMap > 0.5 && u_isDepthMap < 0.5;
  float level = surfaceAt(at);
  if (isDraped) level = max(bedAt(at) + 0.1, level);
  vec3 north = mix(u_northWest, u_northEast, share.x);
  vec3 south = mix(u_southWest, u_southEast, share.x);
  vec2 bulge = u_bulge * share * (1.0 - share);
  vec3 place = mix(north, south, share.y) + u_up * (level - u_base + bulge.x + bulge.y);

  // Slope of the water; beyond its edge it is level.
  vec2 slope = vec2(0.0);
  float reach = u_step;
  for (int k = 0; k < 4; k++) {
    vec2 way = vec2(k == 0 ? 1.0 : k == 1 ? -1.0 : 0.0, k == 2 ? 1.0 : k == 3 ? -1.0 : 0.0);
    vec2 other = levelAt(at + way * reach);
    if (other.y > 0.0) slope += way * (other.x - level) / (2.0 * reach * u_cellM);
  }
  vec3 east = normalize(u_northEast - u_northWest);
  vec3 southward = normalize(u_southWest - u_northWest);
  vec3 normal = normalize(u_up - east * slope.x - southward * slope.y);

  mat3 turn = mat3(czm_modelView);
  v_normal = turn * normal;
  v_place = (czm_modelView * vec4(place, 1.0)).xyz;
  gl_Position = czm_projection * vec4(v_place, 1.0);
  czm_vertexLogDepth();
  // The ground is drawn as coarse as two pixels allow, so it may stand above the bed by as much: the water is
  // weighed as if it stood nearer to the eye by what that is along the ray.
  float away = length(v_place);
  float sink = max(0.15, abs(dot(turn * u_up, v_place) / max(away, 1.0)));
  float nearer = min((0.15 + 2.5 * u_pixel * away) / sink, 0.04 * away);
#ifdef LOG_DEPTH
  v_depthFromNearPlusOne = max(v_depthFromNearPlusOne - nearer, 1.001);
#endif
}`;
