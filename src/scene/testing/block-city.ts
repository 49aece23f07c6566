import { enuToEcefMatrix, type Geodetic } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import type { OpenCity } from '#store/store.ts';
import { type Block, blocksToGlb } from './glb.ts';

export interface BlockCity {
  readonly city: OpenCity;
  readonly count: number;
  /** The middle of the city, on the ground. */
  readonly centre: Geodetic;
  /** Blocks in city-wide index order; 30 m apart, 20 m wide. */
  readonly blocks: readonly Block[];
  /** Frees the blob URLs under which it is served. */
  free(): void;
}

const SPACING = 30;

/** An in-memory city of `columns × columns` boxes in one tile, served from blob URLs. */
export function aBlockCity(columns: number, height = 20): BlockCity {
  const centre = {
    longitude: fromDegrees(4.45),
    latitude: fromDegrees(51.91),
    height: metres(0),
  };
  const blocks = Array.from({ length: columns * columns }, (_, index) => ({
    east: ((index % columns) - (columns - 1) / 2) * SPACING,
    north: (Math.floor(index / columns) - (columns - 1) / 2) * SPACING,
    half: 10,
    height,
  }));
  const glb = URL.createObjectURL(new Blob([blocksToGlb(blocks, 0) as Uint8Array<ArrayBuffer>]));
  const half = (columns * SPACING) / 2;
  const tileset = {
    asset: { version: '1.1' },
    geometricError: 512,
    root: {
      transform: [...enuToEcefMatrix(centre)],
      boundingVolume: { box: [0, 0, height / 2, half, 0, 0, 0, half, 0, 0, 0, height / 2] },
      geometricError: 0,
      refine: 'ADD',
      content: { uri: glb },
    },
  };
  const root = URL.createObjectURL(new Blob([JSON.stringify(tileset)]));
  return {
    count: blocks.length,
    centre,
    blocks,
    city: openCity(root, blocks.length),
    free: () => {
      URL.revokeObjectURL(glb);
      URL.revokeObjectURL(root);
    },
  };
}

function openCity(tilesetUrl: string, count: number): OpenCity {
  return {
    baseUrl: tilesetUrl.slice(0, tilesetUrl.lastIndexOf('/') + 1),
    manifest: {
      format: 'panopolis-city',
      version: 1,
      id: 'blocks',
      name: 'Blocks',
      build: '000000000000',
      boundsDeg: [4.44, 51.9, 4.46, 51.92],
      heightM: [0, 20],
      crs: { horizontal: 'EPSG:4326', vertical: 'EPSG:4979' },
      timeZone: 'Europe/Amsterdam',
      sources: [],
      layers: [
        {
          kind: 'buildings',
          id: 'buildings',
          name: 'Buildings',
          tileset: tilesetUrl.slice(tilesetUrl.lastIndexOf('/') + 1),
          index: 'none',
          count,
          columns: [],
        },
      ],
    },
  };
}
