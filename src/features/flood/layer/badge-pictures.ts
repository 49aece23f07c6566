// Pictures of the signs, drawn once each: a pin with a drop, a broken road, or stairs under water.

import type { FloodBadge } from '../contract/impact.ts';

const SCALE = 2;
const [WIDTH, HEIGHT] = [30, 36];
const INK = '#ffffff';

const fills: Readonly<Record<FloodBadge['kind'], string>> = {
  'site-wet': '#c62f2f',
  'site-cut-off': '#b86a00',
  'underground-wet': '#5b2a86',
};

const pictures = new Map<FloodBadge['kind'], HTMLCanvasElement>();

export function badgePicture(kind: FloodBadge['kind']): HTMLCanvasElement {
  const known = pictures.get(kind);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = HEIGHT * SCALE;
  const context = canvas.getContext('2d');
  if (context) {
    context.scale(SCALE, SCALE);
    drawPin(context, fills[kind]);
    context.strokeStyle = INK;
    context.fillStyle = INK;
    context.lineWidth = 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    signs[kind](context);
  }
  pictures.set(kind, canvas);
  return canvas;
}

function drawPin(context: CanvasRenderingContext2D, fill: string): void {
  context.beginPath();
  context.arc(15, 15, 13, Math.PI * 0.8, Math.PI * 0.2);
  context.lineTo(15, 35);
  context.closePath();
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = INK;
  context.stroke();
}

const signs: Readonly<Record<FloodBadge['kind'], (context: CanvasRenderingContext2D) => void>> = {
  'site-wet': (context) => {
    context.beginPath();
    context.moveTo(15, 6);
    context.bezierCurveTo(22, 14, 21, 21, 15, 21);
    context.bezierCurveTo(9, 21, 8, 14, 15, 6);
    context.fill();
  },
  'site-cut-off': (context) => {
    context.beginPath();
    context.moveTo(6, 14);
    context.lineTo(11, 14);
    context.moveTo(19, 14);
    context.lineTo(24, 14);
    context.moveTo(12, 8);
    context.lineTo(18, 20);
    context.moveTo(18, 8);
    context.lineTo(12, 20);
    context.stroke();
  },
  'underground-wet': (context) => {
    context.beginPath();
    context.moveTo(8, 8);
    context.lineTo(12, 8);
    context.lineTo(12, 12);
    context.lineTo(16, 12);
    context.lineTo(16, 16);
    context.lineTo(22, 16);
    context.moveTo(7, 20);
    context.bezierCurveTo(10, 17, 12, 23, 15, 20);
    context.bezierCurveTo(18, 17, 20, 23, 23, 20);
    context.stroke();
  },
};
