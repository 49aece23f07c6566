// What a pipe holds when it is full. Areas by inner height h and width w, m²: circle π h² / 4; box w h; arch
// 0.7879 w h (SWMM 5 reference manual III, standard arch pipe of 1.6 : 1); egg 0.5105 h² (the same, table of egg).

import { type PipeNetwork, pipeShapes } from '#model/pipe-network.ts';

/** 0 where the size is not known. */
export function pipeVolumeM3({ links }: PipeNetwork, link: number): number {
  const [height, width, length] = [links.innerM[link]!, links.widthM[link]!, links.lengthM[link]!];
  const area = areaM2(pipeShapes[links.shape[link]!] ?? 'circle', height, width);
  return Number.isFinite(area * length) ? area * length : 0;
}

function areaM2(shape: (typeof pipeShapes)[number], height: number, width: number): number {
  switch (shape) {
    case 'circle':
      return (Math.PI / 4) * height * height;
    case 'box':
      return height * width;
    case 'arch':
      return 0.7879 * height * width;
    case 'egg':
      return 0.5105 * height * height;
  }
}
