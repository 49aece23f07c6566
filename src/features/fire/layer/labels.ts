// Words on the globe: one look for all of them.

import {
  Cartesian2,
  type Cartesian3,
  Color,
  HorizontalOrigin,
  type Label,
  type LabelCollection,
  LabelStyle,
  NearFarScalar,
  VerticalOrigin,
} from 'cesium';

export interface LabelOptions {
  readonly text: string;
  readonly position: Cartesian3;
  readonly colour: string;
  readonly id?: unknown;
  /** CSS px above the place; beneath it where negative. */
  readonly abovePx?: number;
  /** From here on it is gone, m. */
  readonly goneM?: number;
  readonly size?: number;
  /** Written on what it names, without a plate. */
  readonly isPlain?: boolean;
}

export function addLabel(labels: LabelCollection, options: LabelOptions): Label {
  const { text, position, colour, id, abovePx = 14, goneM = 16_000 } = options;
  const { size = 13, isPlain = false } = options;
  return labels.add({
    text,
    position,
    id,
    font: `600 ${size}px system-ui, "Noto Sans SC", sans-serif`,
    style: isPlain ? LabelStyle.FILL_AND_OUTLINE : LabelStyle.FILL,
    outlineColor: Color.fromCssColorString('#140c18'),
    outlineWidth: isPlain ? 4 : 0,
    fillColor: Color.fromCssColorString(colour),
    showBackground: !isPlain,
    backgroundColor: Color.fromCssColorString('#0b1118').withAlpha(0.82),
    backgroundPadding: new Cartesian2(7, 4),
    pixelOffset: new Cartesian2(0, -abovePx),
    horizontalOrigin: HorizontalOrigin.CENTER,
    verticalOrigin: abovePx < 0 ? VerticalOrigin.TOP : VerticalOrigin.BOTTOM,
    disableDepthTestDistance: Number.POSITIVE_INFINITY,
    scaleByDistance: new NearFarScalar(2500, 1, 9000, 0.8),
    translucencyByDistance: new NearFarScalar(goneM * 0.7, 1, goneM, 0),
  });
}
