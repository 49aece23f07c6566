// Which files of an ingest are buildings, which terrain, which basemap, and which go to the data API.
// A GeoJSON file with the foreign member `panopolis` is what that says; features with `kind` and `datastreams`
// are sensors.
// Lines with a diameter, material or inverts, and points with a rim or named after manholes, outfalls, catch basins
// or hydrants are a network.
// A GeoJSON file is a basemap if most of its first features are lines or points, or carry `highway`,
// `waterway`, `railway`, `landuse`, `natural`, `water`, `leisure`, `boundary`, `place` or a basemap `kind`;
// it holds buildings if they are polygons with `building`, heights or storeys, or if the file's name says so;
// polygons that say neither are buildings. `--buildings`, `--basemap` and the like overrule all of it.

import { toObject } from '#conversion/cityjson/header.ts';
import { findFeatureMark } from '#conversion/collections/feature-source.ts';
import { detectFormat } from '#conversion/detect.ts';
import type { ByteSource } from '#conversion/json/byte-source.ts';
import { isNetworkLayer, sampleFeatures } from '#conversion/networks/looks-like-network.ts';
import { InputError } from '#model/input-error.ts';

export type InputRole =
  | 'buildings'
  | 'model'
  | 'terrain'
  | 'basemap'
  | 'collection'
  | 'sensors'
  | 'network';

const MAP_KEYS =
  /^(highway|waterway|railway|landuse|natural|water|leisure|boundary|place|aeroway|amenity|kind|pmap:kind)$/;
const BUILDING_KEYS =
  /^(building|building:.*|height|render_height|measuredHeight|levels|num_floors|storeys.*|roof:.*|min_height)$/;
const BUILDING_NAMES = /(building|footprint|pand(en)?\b|edific|geb(ae|ä)ude|b(a|â)ti|建筑)/i;
const SAMPLE_BYTES = 1 << 18;

export function classifyInput(source: ByteSource): InputRole {
  const format = detectFormat(source);
  switch (format) {
    case 'cityjson':
    case 'cityjson-seq':
      return 'buildings';
    case 'geotiff':
    case 'ascii-grid':
      return 'terrain';
    case 'pmtiles':
      return 'basemap';
    case 'epanet-inp':
    case 'swmm-inp':
    case 'shapefile':
    case 'flatgeobuf':
    case 'pandapipes':
      return 'network';
    case 'ifc':
      return 'model';
    case 'geojson':
    case 'geojson-lines':
      return classifyGeoJson(source);
    case 'unknown':
      throw new InputError(
        { file: source.file },
        `${describeUnknown(source)}; expected CityJSON, CityJSONSeq, GeoJSON, GeoTIFF, an ASCII grid, PMTiles, IFC, an EPANET or SWMM model, a shapefile, FlatGeobuf or pandapipes JSON.`,
      );
  }
}

function classifyGeoJson(source: ByteSource): InputRole {
  const mark = findFeatureMark(source);
  if (mark) return mark;
  const text = new TextDecoder().decode(source.read(0, SAMPLE_BYTES));
  let areas = 0;
  let others = 0;
  let mapVotes = 0;
  let buildingVotes = 0;
  let sensorVotes = 0;
  for (const feature of sampleFeatures(text)) {
    const type = String(toObject(feature.geometry).type);
    if (/Polygon/.test(type)) areas++;
    else others++;
    const names = Object.entries(toObject(feature.properties))
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name]) => name);
    if (names.includes('kind') && names.includes('datastreams')) sensorVotes++;
    else if (names.some((name) => BUILDING_KEYS.test(name))) buildingVotes++;
    else if (names.some((name) => MAP_KEYS.test(name))) mapVotes++;
  }
  if (sensorVotes > (areas + others) / 2) return 'sensors';
  if (others > areas)
    return isNetworkLayer([...sampleFeatures(text)], source.file) ? 'network' : 'basemap';
  const collection = /"name"\s*:\s*"([^"]*)"/.exec(text.slice(0, 2000))?.[1] ?? '';
  const isNamedBuildings = BUILDING_NAMES.test(`${source.file} ${collection}`);
  if (mapVotes > buildingVotes && !isNamedBuildings) return 'basemap';
  return 'buildings';
}

function describeUnknown(source: ByteSource): string {
  const head = source.read(0, 400);
  const text = new TextDecoder().decode(head);
  if (head[0] === 0x50 && head[1] === 0x4b)
    return 'this is a zip archive without an IFC file or a shapefile; unpack it first';
  if (/<\?xml|<[\w:]*CityModel/.test(text)) return 'this is XML, perhaps CityGML';
  if (/^\s*\[/.test(text)) return 'this is a JSON array';
  return 'its format is not known';
}
