// The curated table of coordinate reference systems: names, axes, areas and parameters of the EPSG dataset
// (v11), datum shifts as the national agencies' seven-parameter transformations in it, position-vector
// rotations (″) and scale (ppm). The area
// of EPSG:3035 is cut to the continent: proj4js' series for it is off by 2 mm at the edge of EPSG's own. What a rule makes (UTM, Gauss–Krüger…) stands in `crs-families.ts`.

/** Code, name, axis order, area of use (west, south, east, north in deg), accuracy (m), usual height system, proj4 definition. */
export type HorizontalRow = readonly [
  code: number,
  name: string,
  axes: 'east-north' | 'north-east',
  areaDeg: readonly [number, number, number, number],
  accuracyM: number,
  vertical: number,
  definition: string,
];

const EN = 'east-north';
const NE = 'north-east';

// Each is the transformation "to WGS 84" of the EPSG dataset named beside it.
/** EPSG:4833, Amersfoort to WGS 84 (4). */
const RD =
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725';
/** EPSG:1676, CH1903+ to WGS 84 (1). */
const CH1903 = '+towgs84=674.374,15.056,405.346';
/** EPSG:1777, DHDN to WGS 84 (2); the grid BETA2007 would be better than 1 m. */
export const DHDN = '+towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7';
/** EPSG:1314, OSGB36 to WGS 84 (6); the grid OSTN15 would be better than 0.1 m. */
const OSGB36 = '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489';
/** EPSG:1954, TM75 to WGS 84 (2). */
const TM75 = '+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15';
/** EPSG:15929, BD72 to WGS 84 (3). */
const BD72 = '+towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747';
/** EPSG:5486, LUREF to WGS 84 (3). */
const LUREF = '+towgs84=-189.6806,18.3463,-42.7695,-0.33746,-3.09264,2.53861,0.4598';
/** EPSG:1623, S-JTSK to WGS 84 (1). */
const S_JTSK = '+towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56';
/** EPSG:1618, MGI to WGS 84 (3). */
const MGI = '+towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232';
/** EPSG:1825, Hong Kong 1980 to WGS 84 (1). */
const HK80 = '+towgs84=-162.619,-276.959,-161.764,0.067753,-2.243648,-1.158828,-1.094246';
/** EPSG:9688, GDA94 to WGS 84 (2): 1.8 m of plate motion up to 2020. */
export const GDA94 = '+towgs84=0.06155,-0.01087,-0.04019,0.0394924,0.0327221,0.0328979,-0.009994';

// biome-ignore format: one row a CRS
export const GEOGRAPHIC_ROWS: readonly HorizontalRow[] = [
  [4326, 'WGS 84', NE, [-180.0, -90.0, 180.0, 90.0], 0, 5773, '+proj=longlat +datum=WGS84'],
  [4979, 'WGS 84', NE, [-180.0, -90.0, 180.0, 90.0], 0, 4979, '+proj=longlat +datum=WGS84'],
  [4258, 'ETRS89', NE, [-16.1, 33.26, 38.01, 84.73], 1, 5621, '+proj=longlat +ellps=GRS80'],
  [4937, 'ETRS89', NE, [-16.1, 33.26, 38.01, 84.73], 1, 4937, '+proj=longlat +ellps=GRS80'],
  [4269, 'NAD83', NE, [167.65, 14.92, -40.73, 86.45], 2, 5703, '+proj=longlat +ellps=GRS80'],
  [6318, 'NAD83(2011)', NE, [167.65, 14.92, -63.88, 74.71], 2, 5703, '+proj=longlat +ellps=GRS80'],
  [4617, 'NAD83(CSRS)', NE, [-141.01, 38.21, -40.73, 86.46], 2, 5773, '+proj=longlat +ellps=GRS80'],
  [4283, 'GDA94', NE, [93.41, -60.55, 173.34, -8.47], 0.1, 5711, `+proj=longlat +ellps=GRS80 ${GDA94}`],
  [7844, 'GDA2020', NE, [93.41, -60.55, 173.34, -8.47], 0.1, 5711, '+proj=longlat +ellps=GRS80'],
  [7843, 'GDA2020', NE, [93.41, -60.55, 173.34, -8.47], 0.1, 7843, '+proj=longlat +ellps=GRS80'],
  [4490, 'China Geodetic Coordinate System 2000', NE, [73.62, 16.7, 134.77, 53.56], 1, 5737, '+proj=longlat +ellps=GRS80'],
  [4480, 'China Geodetic Coordinate System 2000', NE, [73.62, 16.7, 134.77, 53.56], 1, 4480, '+proj=longlat +ellps=GRS80'],
  [4612, 'JGD2000', NE, [122.38, 17.09, 157.65, 46.05], 1, 6694, '+proj=longlat +ellps=GRS80'],
  [6668, 'JGD2011', NE, [122.38, 17.09, 157.65, 46.05], 1, 6695, '+proj=longlat +ellps=GRS80'],
  [6667, 'JGD2011', NE, [122.38, 17.09, 157.65, 46.05], 1, 6667, '+proj=longlat +ellps=GRS80'],
  [4171, 'RGF93 v1', NE, [-9.86, 41.15, 10.38, 51.56], 1, 5720, '+proj=longlat +ellps=GRS80'],
  [4167, 'NZGD2000', NE, [160.6, -55.95, -171.2, -25.88], 1, 7839, '+proj=longlat +ellps=GRS80'],
  [4674, 'SIRGAS 2000', NE, [-122.19, -59.87, -25.28, 32.72], 1, 5773, '+proj=longlat +ellps=GRS80'],
  [4289, 'Amersfoort', NE, [3.2, 50.75, 7.22, 53.7], 0.25, 5709, `+proj=longlat +ellps=bessel ${RD}`],
  [4314, 'DHDN', NE, [5.86, 47.27, 13.84, 55.09], 3, 5783, `+proj=longlat +ellps=bessel ${DHDN}`],
  [4150, 'CH1903+', NE, [5.96, 45.82, 10.49, 47.81], 1, 5728, `+proj=longlat +ellps=bessel ${CH1903}`],
  [4277, 'OSGB36', NE, [-9.01, 49.75, 2.01, 61.01], 5, 5701, `+proj=longlat +ellps=airy ${OSGB36}`],
];

// biome-ignore format: one row a CRS
export const PROJECTED_ROWS: readonly HorizontalRow[] = [
  [3857, 'WGS 84 / Pseudo-Mercator', EN, [-180.0, -85.06, 180.0, 85.06], 1, 5773, '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null'],
  [28992, 'Amersfoort / RD New', EN, [3.2, 50.75, 7.22, 53.7], 0.25, 5709, `+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ${RD}`],
  [2056, 'CH1903+ / LV95', EN, [5.96, 45.82, 10.49, 47.81], 1, 5728, `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel ${CH1903}`],
  [21781, 'CH1903 / LV03', EN, [5.96, 45.82, 10.49, 47.81], 1, 5728, `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=600000 +y_0=200000 +ellps=bessel ${CH1903}`],
  [3068, 'DHDN / Soldner Berlin', NE, [13.09, 52.33, 13.76, 52.65], 3, 5783, `+proj=cass +lat_0=52.4186482777778 +lon_0=13.6272036666667 +x_0=40000 +y_0=10000 +ellps=bessel ${DHDN}`],
  [27700, 'OSGB36 / British National Grid', EN, [-9.01, 49.75, 2.01, 61.01], 5, 5701, `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ${OSGB36}`],
  [29903, 'TM75 / Irish Grid', EN, [-10.56, 51.39, -5.34, 55.43], 1, 5731, `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +a=6377340.189 +rf=299.3249646 ${TM75}`],
  [2157, 'IRENET95 / Irish Transverse Mercator', EN, [-10.56, 51.39, -5.34, 55.43], 1, 5731, '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80'],
  [2154, 'RGF93 v1 / Lambert-93', EN, [-9.86, 41.15, 10.38, 51.56], 1, 5720, '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80'],
  [3035, 'ETRS89-extended / LAEA Europe', NE, [-25, 34, 45, 72], 1, 5773, '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80'],
  [31370, 'BD72 / Belgian Lambert 72', EN, [2.5, 49.5, 6.4, 51.51], 1, 5710, `+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl ${BD72}`],
  [3812, 'ETRS89 / Belgian Lambert 2008', EN, [2.5, 49.5, 6.4, 51.51], 1, 5710, '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80'],
  [2169, 'LUREF / Luxembourg TM', NE, [5.73, 49.44, 6.53, 50.19], 1, 5774, `+proj=tmerc +lat_0=49.8333333333333 +lon_0=6.16666666666667 +k=1 +x_0=80000 +y_0=100000 +ellps=intl ${LUREF}`],
  [3301, 'Estonian Coordinate System of 1997', NE, [20.37, 57.52, 28.2, 60.0], 1, 5773, '+proj=lcc +lat_0=57.5175539305556 +lon_0=24 +lat_1=59.3333333333333 +lat_2=58 +x_0=500000 +y_0=6375000 +ellps=GRS80'],
  [3059, 'LKS-92 / Latvia TM', NE, [19.06, 55.67, 28.24, 58.09], 1, 5773, '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=-6000000 +ellps=GRS80'],
  [3346, 'LKS94 / Lithuania TM', NE, [19.02, 53.89, 26.82, 56.45], 1, 5773, '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9998 +x_0=500000 +y_0=0 +ellps=GRS80'],
  [2180, 'ETRF2000-PL / CS92', NE, [14.14, 49.0, 24.15, 55.93], 1, 5773, '+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +ellps=GRS80'],
  [5514, 'S-JTSK / Krovak East North', EN, [12.09, 47.73, 22.56, 51.06], 1, 8357, `+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel ${S_JTSK}`],
  [31254, 'MGI / Austria GK West', NE, [9.53, 46.77, 11.84, 47.61], 1.5, 5778, `+proj=tmerc +lat_0=0 +lon_0=10.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel ${MGI}`],
  [31255, 'MGI / Austria GK Central', NE, [11.83, 46.4, 14.84, 48.79], 1.5, 5778, `+proj=tmerc +lat_0=0 +lon_0=13.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel ${MGI}`],
  [31256, 'MGI / Austria GK East', NE, [14.83, 46.56, 17.17, 49.02], 1.5, 5778, `+proj=tmerc +lat_0=0 +lon_0=16.3333333333333 +k=1 +x_0=0 +y_0=-5000000 +ellps=bessel ${MGI}`],
  [31287, 'MGI / Austria Lambert', NE, [9.53, 46.4, 17.17, 49.02], 1.5, 5778, `+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 +ellps=bessel ${MGI}`],
  [3794, 'Slovenia 1996 / Slovene National Grid', EN, [13.38, 45.42, 16.61, 46.88], 1, 8690, '+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9999 +x_0=500000 +y_0=-5000000 +ellps=GRS80'],
  [3765, 'HTRS96 / Croatia TM', EN, [13.43, 42.34, 19.43, 46.54], 1, 5773, '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=GRS80'],
  [3763, 'ETRS89 / Portugal TM06', EN, [-9.56, 36.95, -6.19, 42.16], 1, 5780, '+proj=tmerc +lat_0=39.6682583333333 +lon_0=-8.13310833333333 +k=1 +x_0=0 +y_0=0 +ellps=GRS80'],
  [3064, 'IGM95 / UTM zone 32N', EN, [5.93, 36.53, 12.0, 47.04], 1, 5214, '+proj=utm +zone=32 +ellps=GRS80'],
  [3065, 'IGM95 / UTM zone 33N', EN, [12.0, 34.79, 18.0, 47.1], 1, 5214, '+proj=utm +zone=33 +ellps=GRS80'],
  [7791, 'RDN2008 / UTM zone 32N', EN, [5.93, 36.53, 12.0, 47.04], 1, 5214, '+proj=utm +zone=32 +ellps=GRS80'],
  [7792, 'RDN2008 / UTM zone 33N', EN, [12.0, 34.79, 18.0, 47.1], 1, 5214, '+proj=utm +zone=33 +ellps=GRS80'],
  [3006, 'SWEREF99 TM', NE, [10.03, 54.96, 24.17, 69.07], 1, 5613, '+proj=utm +zone=33 +ellps=GRS80'],
  [3067, 'ETRS89 / TM35FIN(E,N)', EN, [19.08, 58.84, 31.59, 70.09], 1, 5773, '+proj=utm +zone=35 +ellps=GRS80'],
  [2193, 'NZGD2000 / New Zealand Transverse Mercator 2000', NE, [166.37, -47.33, 178.63, -34.1], 1, 7839, '+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 +ellps=GRS80'],
  [3414, 'SVY21 / Singapore TM', NE, [103.59, 1.13, 104.07, 1.47], 1, 6916, '+proj=tmerc +lat_0=1.36666666666667 +lon_0=103.833333333333 +k=1 +x_0=28001.642 +y_0=38744.572 +ellps=WGS84'],
  [2326, 'Hong Kong 1980 Grid System', NE, [113.76, 22.13, 114.51, 22.58], 1, 5738, `+proj=tmerc +lat_0=22.3121333333333 +lon_0=114.178555555556 +k=1 +x_0=836694.05 +y_0=819069.8 +ellps=intl ${HK80}`],
  [3826, 'TWD97 / TM2 zone 121', EN, [119.99, 20.41, 122.06, 26.72], 1, 5773, '+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80'],
  [5179, 'KGD2002 / Unified CS', NE, [122.71, 28.6, 134.28, 40.27], 1, 5193, '+proj=tmerc +lat_0=38 +lon_0=127.5 +k=0.9996 +x_0=1000000 +y_0=2000000 +ellps=GRS80'],
  [5186, 'KGD2002 / Central Belt 2010', NE, [126.0, 33.14, 128.0, 38.33], 1, 5193, '+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=600000 +ellps=GRS80'],
  [2950, 'NAD83(CSRS) / MTM zone 8', EN, [-75.0, 44.98, -72.0, 62.53], 2, 5773, '+proj=tmerc +lat_0=0 +lon_0=-73.5 +k=0.9999 +x_0=304800 +y_0=0 +ellps=GRS80'],
  // The United States' state planes: feet are US survey feet, and data in them usually have heights in feet.
  [2263, 'NAD83 / New York Long Island (ftUS)', EN, [-74.26, 40.47, -71.8, 41.3], 2, 6360, '+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [32118, 'NAD83 / New York Long Island', EN, [-74.26, 40.47, -71.8, 41.3], 2, 5703, '+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 +ellps=GRS80'],
  [6539, 'NAD83(2011) / New York Long Island (ftUS)', EN, [-74.26, 40.47, -71.8, 41.3], 2, 6360, '+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2272, 'NAD83 / Pennsylvania South (ftUS)', EN, [-80.53, 39.71, -74.72, 41.18], 2, 6360, '+proj=lcc +lat_0=39.3333333333333 +lon_0=-77.75 +lat_1=40.9666666666667 +lat_2=39.9333333333333 +x_0=600000 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [3424, 'NAD83 / New Jersey (ftUS)', EN, [-75.6, 38.87, -73.88, 41.36], 2, 6360, '+proj=tmerc +lat_0=38.8333333333333 +lon_0=-74.5 +k=0.9999 +x_0=150000 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2249, 'NAD83 / Massachusetts Mainland (ftUS)', EN, [-73.5, 41.46, -69.86, 42.89], 2, 6360, '+proj=lcc +lat_0=41 +lon_0=-71.5 +lat_1=42.6833333333333 +lat_2=41.7166666666667 +x_0=200000.0001016 +y_0=750000 +ellps=GRS80 +units=us-ft'],
  [26986, 'NAD83 / Massachusetts Mainland', EN, [-73.5, 41.46, -69.86, 42.89], 2, 5703, '+proj=lcc +lat_0=41 +lon_0=-71.5 +lat_1=42.6833333333333 +lat_2=41.7166666666667 +x_0=200000 +y_0=750000 +ellps=GRS80'],
  [2248, 'NAD83 / Maryland (ftUS)', EN, [-79.49, 37.97, -74.97, 39.73], 2, 6360, '+proj=lcc +lat_0=37.6666666666667 +lon_0=-77 +lat_1=39.45 +lat_2=38.3 +x_0=399999.9998984 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2283, 'NAD83 / Virginia North (ftUS)', EN, [-80.06, 37.77, -76.51, 39.46], 2, 6360, '+proj=lcc +lat_0=37.6666666666667 +lon_0=-78.5 +lat_1=39.2 +lat_2=38.0333333333333 +x_0=3500000.0001016 +y_0=2000000.0001016 +ellps=GRS80 +units=us-ft'],
  [2264, 'NAD83 / North Carolina (ftUS)', EN, [-84.33, 33.83, -75.38, 36.59], 2, 6360, '+proj=lcc +lat_0=33.75 +lon_0=-79 +lat_1=36.1666666666667 +lat_2=34.3333333333333 +x_0=609601.219202438 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2240, 'NAD83 / Georgia West (ftUS)', EN, [-85.61, 30.62, -82.99, 35.01], 2, 6360, '+proj=tmerc +lat_0=30 +lon_0=-84.1666666666667 +k=0.9999 +x_0=699999.9998984 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2236, 'NAD83 / Florida East (ftUS)', EN, [-82.33, 24.41, -79.97, 30.83], 2, 6360, '+proj=tmerc +lat_0=24.3333333333333 +lon_0=-81 +k=0.999941177 +x_0=200000.0001016 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [3088, 'NAD83 / Kentucky Single Zone', EN, [-89.57, 36.49, -81.95, 39.15], 2, 5703, '+proj=lcc +lat_0=36.3333333333333 +lon_0=-85.75 +lat_1=37.0833333333333 +lat_2=38.6666666666667 +x_0=1500000 +y_0=1000000 +ellps=GRS80'],
  [3089, 'NAD83 / Kentucky Single Zone (ftUS)', EN, [-89.57, 36.49, -81.95, 39.15], 2, 6360, '+proj=lcc +lat_0=36.3333333333333 +lon_0=-85.75 +lat_1=37.0833333333333 +lat_2=38.6666666666667 +x_0=1500000 +y_0=999999.9998984 +ellps=GRS80 +units=us-ft'],
  [3547, 'NAD83(NSRS2007) / Kentucky Single Zone (ftUS)', EN, [-89.57, 36.49, -81.95, 39.15], 2, 6360, '+proj=lcc +lat_0=36.3333333333333 +lon_0=-85.75 +lat_1=37.0833333333333 +lat_2=38.6666666666667 +x_0=1500000 +y_0=999999.9998984 +ellps=GRS80 +units=us-ft'],
  [6473, 'NAD83(2011) / Kentucky Single Zone (ftUS)', EN, [-89.57, 36.49, -81.95, 39.15], 2, 6360, '+proj=lcc +lat_0=36.3333333333333 +lon_0=-85.75 +lat_1=37.0833333333333 +lat_2=38.6666666666667 +x_0=1500000 +y_0=999999.9998984 +ellps=GRS80 +units=us-ft'],
  [3435, 'NAD83 / Illinois East (ftUS)', EN, [-89.27, 37.06, -87.02, 42.5], 2, 6360, '+proj=tmerc +lat_0=36.6666666666667 +lon_0=-88.3333333333333 +k=0.999975 +x_0=300000 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2276, 'NAD83 / Texas North Central (ftUS)', EN, [-103.07, 31.72, -94.0, 34.58], 2, 6360, '+proj=lcc +lat_0=31.6666666666667 +lon_0=-98.5 +lat_1=33.9666666666667 +lat_2=32.1333333333333 +x_0=600000 +y_0=2000000.0001016 +ellps=GRS80 +units=us-ft'],
  [2277, 'NAD83 / Texas Central (ftUS)', EN, [-106.66, 29.78, -93.5, 32.27], 2, 6360, '+proj=lcc +lat_0=29.6666666666667 +lon_0=-100.333333333333 +lat_1=31.8833333333333 +lat_2=30.1166666666667 +x_0=699999.9998984 +y_0=3000000 +ellps=GRS80 +units=us-ft'],
  [2278, 'NAD83 / Texas South Central (ftUS)', EN, [-105.0, 27.78, -93.76, 30.67], 2, 6360, '+proj=lcc +lat_0=27.8333333333333 +lon_0=-99 +lat_1=30.2833333333333 +lat_2=28.3833333333333 +x_0=600000 +y_0=3999999.9998984 +ellps=GRS80 +units=us-ft'],
  [2231, 'NAD83 / Colorado North (ftUS)', EN, [-109.06, 39.56, -102.04, 41.01], 2, 6360, '+proj=lcc +lat_0=39.3333333333333 +lon_0=-105.5 +lat_1=40.7833333333333 +lat_2=39.7166666666667 +x_0=914401.828803658 +y_0=304800.609601219 +ellps=GRS80 +units=us-ft'],
  [2232, 'NAD83 / Colorado Central (ftUS)', EN, [-109.06, 38.14, -102.04, 40.09], 2, 6360, '+proj=lcc +lat_0=37.8333333333333 +lon_0=-105.5 +lat_1=39.75 +lat_2=38.45 +x_0=914401.828803658 +y_0=304800.609601219 +ellps=GRS80 +units=us-ft'],
  [2285, 'NAD83 / Washington North (ftUS)', EN, [-124.79, 47.08, -117.02, 49.05], 2, 6360, '+proj=lcc +lat_0=47 +lon_0=-120.833333333333 +lat_1=48.7333333333333 +lat_2=47.5 +x_0=500000.0001016 +y_0=0 +ellps=GRS80 +units=us-ft'],
  [2227, 'NAD83 / California zone 3 (ftUS)', EN, [-123.02, 36.73, -117.83, 38.71], 2, 6360, '+proj=lcc +lat_0=36.5 +lon_0=-120.5 +lat_1=38.4333333333333 +lat_2=37.0666666666667 +x_0=2000000.0001016 +y_0=500000.0001016 +ellps=GRS80 +units=us-ft'],
  [2228, 'NAD83 / California zone 4 (ftUS)', EN, [-122.01, 35.78, -115.62, 37.58], 2, 6360, '+proj=lcc +lat_0=35.3333333333333 +lon_0=-119 +lat_1=37.25 +lat_2=36 +x_0=2000000.0001016 +y_0=500000.0001016 +ellps=GRS80 +units=us-ft'],
  [2229, 'NAD83 / California zone 5 (ftUS)', EN, [-121.42, 32.76, -114.12, 35.81], 2, 6360, '+proj=lcc +lat_0=33.5 +lon_0=-118 +lat_1=35.4666666666667 +lat_2=34.0333333333333 +x_0=2000000.0001016 +y_0=500000.0001016 +ellps=GRS80 +units=us-ft'],
  [2230, 'NAD83 / California zone 6 (ftUS)', EN, [-118.15, 32.53, -114.42, 34.08], 2, 6360, '+proj=lcc +lat_0=32.1666666666667 +lon_0=-116.25 +lat_1=33.8833333333333 +lat_2=32.7833333333333 +x_0=2000000.0001016 +y_0=500000.0001016 +ellps=GRS80 +units=us-ft'],
];

/** Code, name, and metres in one unit where that isn't 1. Heights of these count from the geoid. */
// biome-ignore format: one row a CRS
export const VERTICAL_ROWS: readonly (readonly [code: number, name: string, metresPerUnit?: number])[] = [
  [5773, 'EGM96 height'], [3855, 'EGM2008 height'], [5714, 'MSL height'],
  [5621, 'EVRF2007 height'], [5730, 'EVRF2000 height'], [9389, 'EVRF2019 height'],
  [5709, 'NAP height'], [5710, 'Ostend height'], [5774, 'NG95 height'],
  [5783, 'DHHN92 height'], [7837, 'DHHN2016 height'], [5778, 'GHA height'],
  [5728, 'LN02 height'], [5729, 'LHN95 height'], [5720, 'NGF-IGN69 height'],
  [5701, 'ODN height'], [5731, 'Malin Head height'], [5780, 'Cascais height'], [5782, 'Alicante height'],
  [5214, 'Genoa 1942 height'], [8690, 'SVS2010 height'], [8357, 'Baltic 1957 height'],
  [5613, 'RH2000 height'], [3900, 'N2000 height'], [5717, 'N60 height'], [5941, 'NN2000 height'], [5799, 'DVR90 height'],
  [5703, 'NAVD88 height'], [6360, 'NAVD88 height (ftUS)', 1200 / 3937], [8228, 'NAVD88 height (ft)', 0.3048],
  [5711, 'AHD height'], [9458, 'AVWS height'], [7839, 'NZVD2016 height'],
  [6694, 'JGD2000 (vertical) height'], [6695, 'JGD2011 (vertical) height'], [5193, 'KVD1964 height'],
  [5736, 'Yellow Sea 1956 height'], [5737, 'Yellow Sea 1985 height'], [5738, 'HKPD height'], [6916, 'SHD height'],
];

/** Compound code → its horizontal and vertical codes. */
// biome-ignore format: one pair a CRS
export const COMPOUND_ROWS: readonly (readonly [code: number, horizontal: number, vertical: number])[] = [
  [7415, 28992, 5709], [6697, 6668, 6695], [6696, 4612, 6694], [7405, 27700, 5701], [9897, 2169, 5774],
  [5554, 25831, 5783], [5555, 25832, 5783], [5556, 25833, 5783], [9924, 4258, 7837],
  [5698, 2154, 5720], [6190, 31370, 5710], [8370, 3812, 5710], [9907, 4258, 5710], [9286, 4258, 5709],
  [5845, 3006, 5613], [7416, 25832, 5799], [7417, 25833, 5799], [5942, 4258, 5941],
  [5971, 25831, 5941], [5972, 25832, 5941], [5973, 25833, 5941], [5974, 25834, 5941], [5975, 25835, 5941], [5976, 25836, 5941],
  [7409, 4258, 5730], [7423, 4258, 5621], [9422, 4258, 9389], [9424, 4258, 5701], [9505, 4258, 5782],
  [8360, 4258, 8357], [10246, 3794, 8690], [6927, 3414, 6916],
  [5498, 4269, 5703], [6349, 6318, 5703], [8767, 2263, 6360], [8774, 2272, 6360],
  [9462, 7844, 9458], [9463, 7844, 5711], [9464, 4283, 5711],
  [9518, 4326, 3855], [9705, 4326, 5714], [9707, 4326, 5773],
  ...Array.from({ length: 13 }, (_, zone) => [10162 + zone, 6669 + zone, 6695] as const),
];
