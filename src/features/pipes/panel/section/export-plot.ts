// Hands a plot to the person as a file.

import { saveBlob } from '#ui';

const copied = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-family'],
  'text-anchor',
];

/** The plot by itself: what style sheets give it is written into its elements. */
export function toSvgText(svg: SVGSVGElement): string {
  const clone = svg.cloneNode(true);
  if (!(clone instanceof SVGSVGElement)) return '';
  const own = svg.querySelectorAll('*');
  for (const [at, element] of [...clone.querySelectorAll('*')].entries()) {
    const source = own[at];
    if (!source) continue;
    const style = getComputedStyle(source);
    for (const name of copied) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  }
  clone.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const behind = svg.parentElement ? getComputedStyle(svg.parentElement).backgroundColor : 'white';
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', behind);
  clone.prepend(paper);
  return new XMLSerializer().serializeToString(clone);
}

/** As a picture, twice as fine as on the screen. */
export async function savePng(name: string, svg: SVGSVGElement): Promise<void> {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([toSvgText(svg)], { type: 'image/svg+xml' }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.clientWidth * 2;
    canvas.height = svg.clientHeight * 2;
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) saveBlob(name, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
