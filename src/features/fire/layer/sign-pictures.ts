// Pictures of the signs, drawn once each: told apart by outline and glyph as well as by colour. Glyphs are strokes in a
// square of 24, from Tabler Icons 3.52 (MIT), which the house's kit draws as well.

export const signKinds = ['station', 'standby', 'engine', 'shelter', 'site', 'origin'] as const;
export type SignKind = (typeof signKinds)[number];

const SCALE = 2;
export const SIGN_PX = [34, 42] as const;
const INK = '#ffffff';

const looks: Readonly<
  Record<
    SignKind,
    { readonly fill: string; readonly form: 'round' | 'square'; readonly glyph: string }
  >
> = {
  station: {
    ...{ fill: '#b3261e', form: 'square' },
    glyph:
      'M3 21l18 0 M5 21v-14l8 -4v18 M19 21v-10l-6 -4 M9 9l0 .01 M9 12l0 .01 M9 15l0 .01 M9 18l0 .01',
  },
  standby: {
    ...{ fill: '#8a5a00', form: 'square' },
    glyph: 'M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1 -7 0a5 5 0 0 0 -7 0v-9 M5 21v-7',
  },
  engine: {
    ...{ fill: '#d32f2f', form: 'round' },
    glyph:
      'M5 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0 M15 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0 M7 18h8m4 0h2v-6a5 7 0 0 0 -5 -7h-1l1.5 7h4.5 M12 18v-13h3 M3 17l0 -5l9 0 M3 9l18 -6 M6 12l0 -4',
  },
  shelter: {
    ...{ fill: '#1b6e3c', form: 'square' },
    glyph:
      'M5 12l-2 0l9 -9l9 9l-2 0 M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-7 M9 21v-6a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v6',
  },
  site: {
    ...{ fill: '#6a2c91', form: 'round' },
    glyph: 'M9 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0 M11 9v5h5l3 5 M11 11h5 M8 11.3a5 5 0 1 0 6.5 6.7',
  },
  origin: {
    ...{ fill: '#c2410c', form: 'round' },
    glyph:
      'M12 10.941c2.333 -3.308 .167 -7.823 -1 -8.941c0 3.395 -2.235 5.299 -3.667 6.706c-1.43 1.408 -2.333 3.294 -2.333 5.588c0 3.704 3.134 6.706 7 6.706c3.866 0 7 -3.002 7 -6.706c0 -1.712 -1.232 -4.403 -2.333 -5.588c-2.084 3.353 -3.257 3.353 -4.667 2.235',
  },
};

const pictures = new Map<string, HTMLCanvasElement>();

/** `isDim`: it is closed, full, or not there yet. */
export function signPicture(kind: SignKind, isDim: boolean): HTMLCanvasElement {
  const key = `${kind} ${isDim}`;
  const known = pictures.get(key);
  if (known) return known;
  const canvas = document.createElement('canvas');
  const [width, height] = SIGN_PX;
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context) {
    context.scale(SCALE, SCALE);
    draw(context, kind, isDim);
  }
  pictures.set(key, canvas);
  return canvas;
}

function draw(context: CanvasRenderingContext2D, kind: SignKind, isDim: boolean): void {
  const { fill, form, glyph } = looks[kind];
  context.beginPath();
  if (form === 'round') {
    context.arc(17, 17, 15, Math.PI * 0.7, Math.PI * 0.3);
    context.lineTo(17, 41);
  } else {
    context.roundRect(2, 2, 30, 30, 5);
    context.moveTo(11, 31.5);
    context.lineTo(17, 41);
    context.lineTo(23, 31.5);
  }
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = INK;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = isDim ? '#5f6770' : fill;
  context.fill();
  context.save();
  context.translate(7, 7);
  context.scale(20 / 24, 20 / 24);
  context.strokeStyle = INK;
  context.lineWidth = 2.2;
  context.lineCap = 'round';
  context.stroke(new Path2D(glyph));
  context.restore();
  if (!isDim) return;
  context.beginPath();
  context.moveTo(5, 29);
  context.lineTo(29, 5);
  context.lineWidth = 2.5;
  context.stroke();
}
