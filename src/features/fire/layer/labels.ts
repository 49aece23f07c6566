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
}

export function addLabel(labels: LabelCollection, options: LabelOptions): Label {
  const { text, position, colour, id, abovePx = 14, goneM = 16_000, size = 13 } = options;
  return labels.add({
    text,
    position,
    id,
    font: `600 ${size}px system-ui, "Noto Sans SC", sans-serif`,
    style: LabelStyle.FILL,
    fillColor: Color.fromCssColorString(colour),
    showBackground: true,
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
